using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Meetings.FollowUp;

/// <summary>One published proposal as anybody may read it (FRM-04); the proposer is not told.</summary>
public sealed record PublicOutcome(
    string Meeting, DateOnly HeldOn, string Text, string Answerer, ProposalState State, DateOnly DueOn, string? Answer, DateOnly? AnsweredOn, string? Outcome, DateOnly? OutcomeOn);

/// <param name="Open">Published proposals without an answer yet.</param>
public sealed record PublicOutcomePage(string Organisation, IReadOnlyList<PublicOutcome> Outcomes)
{
    public int Open => Outcomes.Count(one => one.State == ProposalState.Open);
    public int CarriedOut => Outcomes.Count(one => one.State == ProposalState.CarriedOut);
}

/// <summary>What came of people's proposals, for readers without an account: the database function gives nothing else away.</summary>
public sealed class PublicOutcomes(DiemSangDbContext db)
{
    /// <returns>Null when no organisation has this code.</returns>
    public async Task<PublicOutcomePage?> OfAsync(string organisationCode, CancellationToken cancel = default)
    {
        var rows = await db.Database.SqlQuery<Row>($"""
            select organisation as "Organisation", meeting as "Meeting", held_on as "HeldOn", text as "Text", answerer as "Answerer", state as "State", due_on as "DueOn",
              answer as "Answer", answered_on as "AnsweredOn", outcome as "Outcome", outcome_on as "OutcomeOn" from meetings.public_outcomes({organisationCode})
            """).ToListAsync(cancel);
        return rows.Count == 0 ? null : new PublicOutcomePage(rows[0].Organisation, [.. rows.Where(row => row.Text is not null).Select(Outcome)]);
    }

    private static PublicOutcome Outcome(Row row) => new(
        row.Meeting!, row.HeldOn!.Value, row.Text!, row.Answerer!, Enum.Parse<ProposalState>(row.State!.Replace("_", ""), ignoreCase: true), row.DueOn!.Value,
        row.Answer, row.AnsweredOn, row.Outcome, row.OutcomeOn);

    /// <summary>An organisation without published proposals is one row with its name alone.</summary>
    private sealed record Row(
        string Organisation, string? Meeting, DateOnly? HeldOn, string? Text, string? Answerer, string? State, DateOnly? DueOn,
        string? Answer, DateOnly? AnsweredOn, string? Outcome, DateOnly? OutcomeOn);
}
