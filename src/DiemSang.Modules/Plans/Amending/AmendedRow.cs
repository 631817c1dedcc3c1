using DiemSang.Core.Planning;
using DiemSang.Modules.Plans.Importing;

namespace DiemSang.Modules.Plans.Amending;

/// <summary>One row of a plan under the accepted proposals for it, taken together.</summary>
/// <param name="Before">The row as proposals read it; for a new one the row it follows.</param>
/// <param name="After">The row as it will read; null when dropped.</param>
public sealed record AmendedRow(ProposalKind Kind, PlanRow? Before, PlanDraftRow? After, IReadOnlyList<RowProposal> Proposals)
{
    private PlanDraftRow? Former => Kind == ProposalKind.Add ? null : TextOf(Before!);

    /// <summary>How people call the row: "PAPI 1.1 …".</summary>
    public string Label => PlanDifference.LabelOf(Former ?? After!);

    public IReadOnlyList<FieldChange> Changes => PlanDifference.Between(Former, After);

    /// <summary>In the order of the plan, new rows behind the one they follow.</summary>
    public static IReadOnlyList<AmendedRow> Of(IEnumerable<RowProposal> accepted, IReadOnlyDictionary<Guid, PlanRow> rows)
    {
        var proposals = accepted.OrderBy(proposal => proposal.ProposedAt).ToLookup(proposal => proposal.Kind == ProposalKind.Add);
        var added = proposals[true].Select(proposal => new AmendedRow(ProposalKind.Add, Row(proposal, rows), proposal.Wording, [proposal]));
        var changed = proposals[false].GroupBy(proposal => proposal.RowId!.Value).Select(group => Together(rows[group.Key], [.. group]));
        return [.. changed.Concat(added).OrderBy(row => row.Before?.Position ?? int.MaxValue).ThenBy(row => row.Kind == ProposalKind.Add)];
    }

    /// <summary>Fields that two proposals for the same row word differently; every field when one of them drops the row. They cannot both be taken.</summary>
    public static IReadOnlyList<PlanField> Contradictions(PlanRow row, RowProposal one, RowProposal other)
    {
        var (first, second) = (ChangesOf(row, one), ChangesOf(row, other));
        return one.Kind == ProposalKind.Drop || other.Kind == ProposalKind.Drop
            ? [.. one.Kind == other.Kind ? [] : first.Concat(second).Select(change => change.Field).Distinct()]
            : [.. first.Where(change => second.Any(its => its.Field == change.Field && !its.After.SequenceEqual(change.After))).Select(change => change.Field)];
    }

    public static IReadOnlyList<FieldChange> ChangesOf(PlanRow? row, RowProposal proposal) =>
        PlanDifference.Between(proposal.Kind == ProposalKind.Add ? null : TextOf(row!), proposal.Wording);

    /// <summary>The row's words, bodies as printed.</summary>
    public static PlanDraftRow TextOf(PlanRow row) => PlanDrafts.ToDraftRow(row, party => party.PrintedName);

    private static PlanRow? Row(RowProposal proposal, IReadOnlyDictionary<Guid, PlanRow> rows) => proposal.RowId is { } id ? rows[id] : null;

    private static AmendedRow Together(PlanRow row, IReadOnlyList<RowProposal> proposals)
    {
        if (proposals.Any(proposal => proposal.Kind == ProposalKind.Drop))
        {
            return new AmendedRow(ProposalKind.Drop, row, null, proposals);
        }

        var after = proposals.Aggregate(TextOf(row), (text, proposal) => ChangesOf(row, proposal).Aggregate(text, (words, change) => Take(change.Field, words, proposal.Wording!)));
        return new AmendedRow(ProposalKind.Change, row, after, proposals);
    }

    /// <summary>Each proposal brings only what it changes, so that two people can change two cells of one row.</summary>
    private static PlanDraftRow Take(PlanField field, PlanDraftRow text, PlanDraftRow proposed) => field switch
    {
        PlanField.RowIndex => text with { Index = proposed.Index },
        PlanField.RowContent => text with { ContentCode = proposed.ContentCode, Content = proposed.Content },
        PlanField.RowCode => text with { Code = proposed.Code },
        PlanField.RowTitle => text with { Title = proposed.Title },
        PlanField.RowTarget => text with { Target = proposed.Target },
        PlanField.RowMeasures => text with { MeasuresIntro = proposed.MeasuresIntro, Measures = proposed.Measures },
        PlanField.RowLeads => text with { Leads = proposed.Leads },
        PlanField.RowCooperators => text with { Cooperators = proposed.Cooperators },
        PlanField.RowDeadline => text with { Deadline = proposed.Deadline },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A proposal changes fields of a row."),
    };
}
