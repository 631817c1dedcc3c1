using DiemSang.Core.Language;
using DiemSang.Core.Scoring;
using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Rounds;

/// <summary>A round with its criteria set, as it stands today.</summary>
/// <param name="KeeperName">Name of the organisation whose round it is.</param>
/// <param name="Units">Units of the keeper by folded name; empty for those below, who do not read them.</param>
/// <param name="Agencies">Bodies outside the keeper that appraise some criteria, as far as the reader sees them.</param>
public sealed record RoundFile(Round Round, CriteriaEdition Edition, ScoringEngine Engine, DateOnly Today, string KeeperName, IReadOnlyDictionary<string, Guid> Units, IReadOnlyList<AppraisingAgency> Agencies)
{
    public CriteriaSet Set => Engine.Set;
    public RoundStage Stage => Round.StageOn(Today);

    /// <summary>Criteria that carry points, in printed order.</summary>
    public IReadOnlyList<Criterion> Leaves { get; } = [.. Engine.Set.All().Where(node => node.Criterion.IsLeaf).Select(node => node.Criterion)];

    public Criterion? Leaf(string code) => Leaves.FirstOrDefault(leaf => leaf.Code == code);

    /// <summary>Codes of the groups above each criterion, the nearest first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Above { get; } = Ancestors(Engine.Set.Criteria, []).ToDictionary(pair => pair.Code, pair => pair.Above);

    /// <summary>What a unit may declare something for: its self-scored criteria, and groups that may be not applicable.</summary>
    public Criterion? Declarable(string code) => Set.Find(code) is { } node && node.IsSelfScored() && (node.IsLeaf || node.NotApplicable != NotApplicableTreatment.Forbidden) ? node : null;

    /// <summary>The stage whose verdicts may be written today about units without days of their own; null while none may.</summary>
    public VerdictStage? OpenVerdictStage => VerdictStageOf(Stage);

    /// <summary>The same for one unit, which may have got more time.</summary>
    public VerdictStage? VerdictStageOf(Participant participant) => VerdictStageOf(participant.StageOn(Round, Today));

    public bool IsKeptBy(Actor actor) => Round.OrganisationId == actor.OrganisationId;

    /// <summary>The keeper's unit that the set names for this criterion; null where there is none.</summary>
    public Guid? AppraisingUnit(Criterion criterion) =>
        criterion.AppraisingUnit is { } name && Units.TryGetValue(VietnameseText.Fold(name), out var unit) ? unit : null;

    public bool MayAppraise(Actor actor, Criterion criterion) => IsKeptBy(actor)
        ? actor.MayAppraise(AppraisingUnit(criterion))
        : actor.MayKeepRounds() && Agencies.Any(agency => agency.AgencyId == actor.OrganisationId && agency.Codes.Contains(criterion.Code));

    /// <summary>Reads all sheets: the keeper, and the agencies that appraise in the round.</summary>
    public bool IsReadBy(Actor actor) => IsKeptBy(actor) || Agencies.Any(agency => agency.AgencyId == actor.OrganisationId);

    private static IEnumerable<(string Code, IReadOnlyList<string> Above)> Ancestors(IEnumerable<Criterion> nodes, IReadOnlyList<string> above) =>
        nodes.SelectMany(node => Ancestors(node.Children, [node.Code, .. above]).Prepend((node.Code, above)));

    private static VerdictStage? VerdictStageOf(RoundStage stage) => stage switch
    {
        RoundStage.Appraisal1 => VerdictStage.Appraisal1,
        RoundStage.Appraisal2 => VerdictStage.Appraisal2,
        RoundStage.Council or RoundStage.Publication => VerdictStage.Council,
        _ => null,
    };
}

/// <param name="Submitted">Sheets handed in.</param>
/// <param name="TakesPart">The reader's own organisation is scored in it.</param>
public sealed record RoundLine(Round Round, string SetTitle, int Participants, int Submitted, bool TakesPart);

/// <summary>Rounds as the person may see them: the own ones, and those of superiors in which the own organisation takes part.</summary>
public sealed class RoundReader(DiemSangDbContext db, EngineShelf shelf, TimeProvider clock)
{
    public async Task<RoundFile?> OpenAsync(Guid id, CancellationToken cancel = default)
    {
        var round = await db.Rounds.SingleOrDefaultAsync(one => one.Id == id && one.State != RoundState.Withdrawn, cancel);
        var edition = round is null ? null : await db.CriteriaEditions.SingleOrDefaultAsync(one => one.OrganisationId == round.OrganisationId && one.Id == round.EditionId, cancel);
        if (round is null || edition is null)
        {
            return null;
        }

        var units = await db.Units.Where(unit => unit.OrganisationId == round.OrganisationId && unit.ClosedOn == null).Select(unit => new { unit.NameFolded, unit.Id }).ToListAsync(cancel);
        var agencies = await db.AppraisingAgencies.Where(one => one.OrganisationId == round.OrganisationId && one.RoundId == round.Id).ToListAsync(cancel);
        var keeper = await db.Organisations.Where(one => one.Id == round.OrganisationId).Select(one => one.Name).SingleAsync(cancel);
        return new RoundFile(round, edition, shelf.Of(edition), clock.Today(), keeper, units.DistinctBy(unit => unit.NameFolded).ToDictionary(unit => unit.NameFolded, unit => unit.Id), agencies);
    }

    /// <summary>Latest year first.</summary>
    public async Task<IReadOnlyList<RoundLine>> ListAsync(Actor actor, CancellationToken cancel = default) => await (
        from round in db.Rounds
        where round.State != RoundState.Withdrawn
        join edition in db.CriteriaEditions on new { round.OrganisationId, Id = round.EditionId } equals new { edition.OrganisationId, edition.Id }
        let takesPart = db.Participants.Any(one => one.OrganisationId == round.OrganisationId && one.RoundId == round.Id && one.SubjectId == actor.OrganisationId)
        where round.OrganisationId == actor.OrganisationId || takesPart
            || db.AppraisingAgencies.Any(one => one.OrganisationId == round.OrganisationId && one.RoundId == round.Id && one.AgencyId == actor.OrganisationId)
        orderby round.Year descending, round.SelfScoreTo descending
        select new RoundLine(
            round, edition.Title, db.Participants.Count(one => one.OrganisationId == round.OrganisationId && one.RoundId == round.Id), db.ScoreSheets.Count(sheet => sheet.KeeperId == round.OrganisationId && sheet.RoundId == round.Id && sheet.SubmittedAt != null),
            takesPart)).ToListAsync(cancel);

    public Task<List<Participant>> ParticipantsAsync(Round round, CancellationToken cancel = default) =>
        db.Participants.Where(one => one.OrganisationId == round.OrganisationId && one.RoundId == round.Id).OrderBy(one => one.PeerGroup).ThenBy(one => one.SubjectName).ToListAsync(cancel);
}
