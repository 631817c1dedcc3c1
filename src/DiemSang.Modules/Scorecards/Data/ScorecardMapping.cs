using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Scorecards.Data;

internal sealed class RoundMapping : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.Ignore(round => round.Dates);
        builder.Mentions<CriteriaEdition>(nameof(Round.EditionId));
    }
}

internal sealed class ParticipantMapping : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.Ignore(participant => participant.OwnDates).Ignore(participant => participant.Appraisal1).Ignore(participant => participant.Appraisal2).Ignore(participant => participant.Final);
        builder.Mentions<Round>(nameof(Participant.RoundId));
    }
}

internal sealed class ScoreSheetMapping : IEntityTypeConfiguration<ScoreSheet>
{
    public void Configure(EntityTypeBuilder<ScoreSheet> builder)
    {
        builder.Ignore(sheet => sheet.Self);
        builder.HasMany(sheet => sheet.Scores).WithOne().HasForeignKey(score => new { score.OrganisationId, score.SheetId });
    }
}

internal sealed class SelfScoreMapping : IEntityTypeConfiguration<SelfScore>
{
    public void Configure(EntityTypeBuilder<SelfScore> builder)
    {
        builder.Property(score => score.Declared).HasColumnType("jsonb");
        builder.Ignore(score => score.Declaration);
    }
}

internal sealed class VerdictMapping : IEntityTypeConfiguration<Verdict>
{
    public void Configure(EntityTypeBuilder<Verdict> builder)
    {
        builder.Property(verdict => verdict.Declared).HasColumnType("jsonb");
        builder.Ignore(verdict => verdict.Declaration);
        builder.Mentions<Round>(nameof(Verdict.RoundId));
    }
}

internal sealed class AppraisingAgencyMapping : IEntityTypeConfiguration<AppraisingAgency>
{
    public void Configure(EntityTypeBuilder<AppraisingAgency> builder) => builder.Mentions<Round>(nameof(AppraisingAgency.RoundId));
}

internal sealed class ResultMapping : IEntityTypeConfiguration<Result>
{
    public void Configure(EntityTypeBuilder<Result> builder) => builder.Property(result => result.Nodes).AsJson();
}

internal sealed class CriterionLinkMapping : IEntityTypeConfiguration<CriterionLink>
{
    public void Configure(EntityTypeBuilder<CriterionLink> builder) => builder.Mentions<PlanRow>(nameof(CriterionLink.RowId));
}

internal sealed class CriterionDutyMapping : IEntityTypeConfiguration<CriterionDuty>
{
    public void Configure(EntityTypeBuilder<CriterionDuty> builder) => builder.Mentions<Unit>(nameof(CriterionDuty.UnitId));
}
