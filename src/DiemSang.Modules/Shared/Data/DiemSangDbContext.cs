using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Evidence.Reading;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Aiming;
using DiemSang.Modules.Plans.Amending;
using DiemSang.Modules.Plans.Covering;
using DiemSang.Modules.Plans.Obstacles;
using DiemSang.Modules.Plans.Requests;
using DiemSang.Modules.Plans.Returning;
using DiemSang.Modules.Plans.Targets;
using DiemSang.Modules.Reminders;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Files;
using DiemSang.Modules.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Shared.Data;

/// <summary>
/// The one context: mappings live in each module's <c>Data/</c> folder, every module has a PostgreSQL schema of its name.
/// Writes of audited entities go through <see cref="SaveAsync"/>, which asks who, what and why.
/// </summary>
public sealed class DiemSangDbContext(DbContextOptions<DiemSangDbContext> options, Tenant tenant) : DbContext(options)
{
    private bool _acting;

    public Tenant Tenant => tenant;

    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<UnitName> UnitNames => Set<UnitName>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Appointment> Appointments => Set<Appointment>();
    public DbSet<Mandate> Mandates => Set<Mandate>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<PlanRow> PlanRows => Set<PlanRow>();
    public DbSet<PlanImport> PlanImports => Set<PlanImport>();
    public DbSet<PlanTask> Tasks => Set<PlanTask>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<Occurrence> Occurrences => Set<Occurrence>();
    public DbSet<ProgressUpdate> ProgressUpdates => Set<ProgressUpdate>();
    public DbSet<TargetFigure> TargetFigures => Set<TargetFigure>();
    public DbSet<UpdateReturn> UpdateReturns => Set<UpdateReturn>();
    public DbSet<Amendment> Amendments => Set<Amendment>();
    public DbSet<ParentLink> ParentLinks => Set<ParentLink>();
    public DbSet<ContentAim> ContentAims => Set<ContentAim>();
    public DbSet<RowProposal> RowProposals => Set<RowProposal>();
    public DbSet<Obstacle> Obstacles => Set<Obstacle>();
    public DbSet<UnitRequest> UnitRequests => Set<UnitRequest>();
    public DbSet<EvidenceItem> EvidenceItems => Set<EvidenceItem>();
    public DbSet<EvidenceUse> EvidenceUses => Set<EvidenceUse>();
    public DbSet<FileText> FileTexts => Set<FileText>();
    public DbSet<OccurrenceLine> OccurrenceLines => Set<OccurrenceLine>();
    public DbSet<RequestLine> RequestLines => Set<RequestLine>();
    public DbSet<Snapshot> Snapshots => Set<Snapshot>();
    public DbSet<SnapshotLine> SnapshotLines => Set<SnapshotLine>();
    public DbSet<BoardKeeper> BoardKeepers => Set<BoardKeeper>();
    public DbSet<SentBrief> SentBriefs => Set<SentBrief>();
    public DbSet<BriefReader> BriefReaders => Set<BriefReader>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<WaitingNotice> WaitingNotices => Set<WaitingNotice>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<Mail> Mails => Set<Mail>();
    public DbSet<Preference> Preferences => Set<Preference>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<Conclusion> Conclusions => Set<Conclusion>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<CriteriaEdition> CriteriaEditions => Set<CriteriaEdition>();
    public DbSet<Round> Rounds => Set<Round>();
    public DbSet<Participant> Participants => Set<Participant>();
    public DbSet<AppraisingAgency> AppraisingAgencies => Set<AppraisingAgency>();
    public DbSet<ScoreSheet> ScoreSheets => Set<ScoreSheet>();
    public DbSet<SelfScore> SelfScores => Set<SelfScore>();
    public DbSet<Verdict> Verdicts => Set<Verdict>();
    public DbSet<Result> Results => Set<Result>();
    public DbSet<CriterionLink> CriterionLinks => Set<CriterionLink>();
    public DbSet<CriterionDuty> CriterionDuties => Set<CriterionDuty>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    /// <summary>Saves the changes and, in the same transaction, what changed, who did it and why.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a row after it was shown.</exception>
    public async Task SaveAsync(Act act, CancellationToken cancel = default)
    {
        ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries<TenantEntity>().Where(entry => entry.State == EntityState.Modified))
        {
            entry.Entity.Touch();
        }

        AuditEntries.AddRange(AuditTrail.Of(ChangeTracker, act));
        _acting = true;
        try
        {
            await SaveChangesAsync(cancel);
        }
        finally
        {
            _acting = false;
        }
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!_acting && ChangeTracker.Entries<IAudited>().Any(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            throw new InvalidOperationException("Changes of audited entities are saved with SaveAsync(act).");
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Naming.KeyTenantEntities(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DiemSangDbContext).Assembly);
        Naming.Apply(modelBuilder);
    }
}
