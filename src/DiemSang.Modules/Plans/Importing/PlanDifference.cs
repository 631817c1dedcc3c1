using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DiemSang.Core.Planning;

namespace DiemSang.Modules.Plans.Importing;

/// <summary>What is compared: fields of the plan's head and fields of a row.</summary>
public enum PlanField
{
    Title, Number, Symbol, IssuedOn, Place, Issuer, Superior, Period, Indices, Targets, Parents, LegalBases, Sections, ReportDeadlines, Recipients, Signature,
    RowIndex, RowContent, RowCode, RowTitle, RowTarget, RowMeasures, RowLeads, RowCooperators, RowDeadline,
}

/// <summary>One field that differs, line by line, as a person reads it.</summary>
public sealed record FieldChange(PlanField Field, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    public IEnumerable<string> Removed => Before.Except(After);
    public IEnumerable<string> Added => After.Except(Before);
}

public enum RowChangeKind { Added, Changed, Removed }

/// <param name="RowId">The plan's own row; null for an added one.</param>
/// <param name="Number">Position in the new document, from 0; null for a removed one.</param>
/// <param name="Label">How people call the row: "PAPI 1.1 …".</param>
public sealed record RowChange(RowChangeKind Kind, Guid? RowId, int? Number, string Label, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>What the form posts to take this change.</summary>
    public string Key => Kind switch
    {
        RowChangeKind.Added => $"added:{Number}",
        RowChangeKind.Changed => $"changed:{RowId}",
        _ => $"removed:{RowId}",
    };
}

/// <summary>How a corrected document differs from the plan as it stands, row by row.</summary>
/// <param name="Matches">For each row of the new document, the plan's row it is, or null.</param>
public sealed record PlanDifference(IReadOnlyList<FieldChange> Head, IReadOnlyList<RowChange> Rows, IReadOnlyList<PlanRow?> Matches)
{
    public bool IsEmpty => Head.Count == 0 && Rows.Count == 0;

    public int Unchanged => Matches.Count(row => row is not null) - Rows.Count(row => row.Kind == RowChangeKind.Changed);

    /// <summary>Changes with the difference: what was shown is applied, or nothing.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Head, Rows })));

    /// <param name="plan">With its targets and rows, measures and parties.</param>
    public static PlanDifference Between(Plan plan, PlanDraft after)
    {
        var rows = plan.CurrentRows().ToList();
        var matches = RowMatching.Match(rows, after.Rows);
        var changes = after.Rows.Select((row, number) => Compare(matches[number], row, number))
            .Concat(rows.Where(row => !matches.Contains(row)).Select(row => new RowChange(RowChangeKind.Removed, row.Id, null, LabelOf(Draft(row)), [])));
        return new PlanDifference(Different(HeadOf(PlanDrafts.ToDraft(plan)), HeadOf(after)), [.. changes.OfType<RowChange>()], matches);
    }

    /// <summary>What two wordings of a row differ in; null is a row that is not there.</summary>
    public static IReadOnlyList<FieldChange> Between(PlanDraftRow? before, PlanDraftRow? after)
    {
        var (former, now) = (before is null ? [] : FieldsOf(before), after is null ? [] : FieldsOf(after));
        return [.. FieldsOf(new PlanDraftRow()).Keys.Where(field => !Lines(former, field).SequenceEqual(Lines(now, field))).Select(field => new FieldChange(field, Lines(former, field), Lines(now, field)))];
    }

    private static RowChange? Compare(PlanRow? before, PlanDraftRow after, int number)
    {
        if (before is null)
        {
            return new RowChange(RowChangeKind.Added, null, number, LabelOf(after), Different([], FieldsOf(after)));
        }

        var fields = Different(FieldsOf(Draft(before)), FieldsOf(after));
        return fields.Count == 0 ? null : new RowChange(RowChangeKind.Changed, before.Id, number, LabelOf(after), fields);
    }

    private static PlanDraftRow Draft(PlanRow row) => PlanDrafts.ToDraftRow(row, party => party.PrintedName);

    private static IReadOnlyList<FieldChange> Different(Dictionary<PlanField, IReadOnlyList<string>> before, Dictionary<PlanField, IReadOnlyList<string>> after) =>
        [.. after.Where(field => !Lines(before, field.Key).SequenceEqual(field.Value)).Select(field => new FieldChange(field.Key, Lines(before, field.Key), field.Value))];

    private static IReadOnlyList<string> Lines(Dictionary<PlanField, IReadOnlyList<string>> fields, PlanField field) => fields.GetValueOrDefault(field, []);

    public static string LabelOf(PlanDraftRow row) => string.Join(' ', new[] { row.Index, row.Code, row.Title }.Where(part => !string.IsNullOrEmpty(part)));

    private static Dictionary<PlanField, IReadOnlyList<string>> FieldsOf(PlanDraftRow row) => new()
    {
        [PlanField.RowIndex] = One(row.Index),
        [PlanField.RowContent] = One(string.Join(' ', new[] { row.ContentCode, row.Content }.Where(part => !string.IsNullOrEmpty(part)))),
        [PlanField.RowCode] = One(row.Code),
        [PlanField.RowTitle] = One(row.Title),
        [PlanField.RowTarget] = One(row.Target),
        [PlanField.RowMeasures] = [.. One(row.MeasuresIntro), .. row.Measures.Select(Text)],
        [PlanField.RowLeads] = [.. row.Leads.Select(Text)],
        [PlanField.RowCooperators] = [.. row.Cooperators.Select(Text)],
        [PlanField.RowDeadline] = One(row.Deadline.Text),
    };

    private static Dictionary<PlanField, IReadOnlyList<string>> HeadOf(PlanDraft draft) => new()
    {
        [PlanField.Title] = One(draft.Title),
        [PlanField.Number] = One(draft.Number),
        [PlanField.Symbol] = One(draft.Symbol),
        [PlanField.IssuedOn] = One(draft.IssuedOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)),
        [PlanField.Place] = One(draft.Place),
        [PlanField.Issuer] = One(draft.Issuer),
        [PlanField.Superior] = One(draft.Superior),
        [PlanField.Period] = draft.Period is { } period ? One($"{period.From}–{period.To} {period.Text}") : [],
        [PlanField.Indices] = draft.Indices,
        [PlanField.Targets] = [.. draft.Targets.Select(target => Text($"{target.Index} {target.Content}: {target.Text}"))],
        [PlanField.Parents] = [.. draft.Parents.Select(parent => Text(parent.Text))],
        [PlanField.LegalBases] = [.. draft.LegalBases.Select(basis => Text(basis.Text))],
        [PlanField.Sections] = [.. draft.Sections.Select(section => Text($"{section.Code} {section.Heading} {section.Text}"))],
        [PlanField.ReportDeadlines] = [.. draft.ReportDeadlines.Select(deadline => Text(deadline.Text))],
        [PlanField.Recipients] = [.. draft.Recipients.Select(recipient => recipient.Purpose is null ? Text(recipient.Name) : Text($"{recipient.Name} ({recipient.Purpose})"))],
        [PlanField.Signature] = One(draft.Signature is { } signed ? $"{signed.Authority} {signed.Post} {signed.Name}" : null),
    };

    private static IReadOnlyList<string> One(string? text) => string.IsNullOrWhiteSpace(text) ? [] : [Text(text)];

    /// <summary>Line ends and runs of spaces are how a file is laid out, not what it says.</summary>
    private static string Text(string text) => string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
