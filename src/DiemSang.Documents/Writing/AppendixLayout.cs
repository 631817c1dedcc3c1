using DiemSang.Core.Planning;

namespace DiemSang.Documents.Writing;

internal enum AppendixLineKind { Index, Content, Row }

/// <summary>One printed line of an appendix table: number, title and five further cells, each of one or more paragraphs.</summary>
internal sealed record AppendixLine(AppendixLineKind Kind, string Number, string Title, IReadOnlyList<IReadOnlyList<string>> Cells);

/// <summary>Lays plan rows out under their index and content, so that reading the printed table gives the same rows again.</summary>
internal sealed class AppendixLayout(IndexNames indices)
{
    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    /// <summary>Rows of one appendix, in order.</summary>
    public IEnumerable<AppendixLine> Lines(IReadOnlyList<PlanDraftRow> rows)
    {
        // Rows under no index stand first: behind an index heading they would seem to belong to it.
        string? index = null, content = null;
        var (indexNumber, rowNumber) = (0, 0);
        foreach (var row in rows.OrderBy(row => row.Index is null ? 0 : 1))
        {
            if (row.Index is not null && row.Index != index)
            {
                (index, content, rowNumber) = (row.Index, null, 0);
                yield return Heading(AppendixLineKind.Index, Roman[indexNumber++ % Roman.Length], IndexLabel(row.Index));
            }

            if (row.Content is not null && (row.ContentCode, row.Content).ToString() != content)
            {
                content = (row.ContentCode, row.Content).ToString();
                yield return Heading(AppendixLineKind.Content, row.ContentCode ?? "", row.Content);
            }

            yield return Row(row, ++rowNumber);
        }
    }

    /// <summary>"Chỉ số SIPAS": the short name stands in brackets behind the full one.</summary>
    private string IndexLabel(string code)
    {
        var name = indices.Find(code)?.Name ?? code;
        var open = name.LastIndexOf('(');
        return open >= 0 && name.EndsWith(')') ? $"Chỉ số {name[(open + 1)..^1]}" : $"Chỉ số {code}";
    }

    private static AppendixLine Heading(AppendixLineKind kind, string number, string title) => new(kind, number, title, []);

    /// <summary>A row without a number gets its place in the list: an empty first cell would read as the rest of the row above.</summary>
    private static AppendixLine Row(PlanDraftRow row, int position) => new(AppendixLineKind.Row, row.Code ?? $"{position}", row.Title,
    [
        Paragraphs(row.Target),
        Measures(row),
        Bodies(row.Leads),
        Bodies(row.Cooperators),
        Paragraphs(row.Deadline.Text),
    ]);

    private static IReadOnlyList<string> Measures(PlanDraftRow row)
    {
        if (row is { MeasuresIntro: null, Measures.Count: <= 1 })
        {
            return row.Measures;
        }

        IEnumerable<string> intro = row.MeasuresIntro is null ? [] : [row.MeasuresIntro];
        return [.. intro, .. row.Measures.Select(measure => "- " + measure)];
    }

    private static IReadOnlyList<string> Bodies(IReadOnlyList<string> bodies) =>
        [.. bodies.Select((body, i) => i < bodies.Count - 1 ? body + ";" : body)];

    private static IReadOnlyList<string> Paragraphs(string? text) =>
        string.IsNullOrWhiteSpace(text) ? [] : text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
