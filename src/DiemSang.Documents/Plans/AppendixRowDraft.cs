using DiemSang.Core.Planning;

namespace DiemSang.Documents.Plans;

/// <summary>A group heading of an appendix: an index ("I Chỉ số PAPI") or a content ("1 Tham gia …").</summary>
internal sealed record AppendixGroup(string? Code, string Title, SourcePlace Place);

/// <summary>An appendix row while its parts are being put together.</summary>
internal sealed class AppendixRowDraft(string? index, AppendixGroup? content, int appendix)
{
    private readonly Dictionary<AppendixRole, List<string>> _lines = [];
    private readonly List<SourcePlace> _parts = [];

    public string? Code { get; init; }

    public IReadOnlyList<string> Lines(AppendixRole role) => _lines.TryGetValue(role, out var lines) ? lines : [];

    public void Add(AppendixRole role, IReadOnlyList<string> lines, bool isWrapped)
    {
        if (!_lines.TryGetValue(role, out var mine))
        {
            _lines[role] = mine = [];
        }

        if (role is AppendixRole.Leads or AppendixRole.Cooperators)
        {
            mine.AddRange(lines);
        }
        else
        {
            CellLines.Continue(mine, lines, isWrapped);
        }
    }

    public void AddPart(SourcePlace place) => _parts.Add(place);

    /// <summary>Another row under the same merged number and title.</summary>
    public AppendixRowDraft Sibling()
    {
        var sibling = new AppendixRowDraft(index, content, appendix) { Code = Code };
        sibling._lines[AppendixRole.Title] = [.. Lines(AppendixRole.Title)];
        return sibling;
    }

    public PlanDraftRow Build(PlanWords words, DeadlineContext context, bool hasMeasuresColumn)
    {
        var bullets = new Bullets(words.HyphenPairs);
        var titleAndMore = bullets.Split(Lines(AppendixRole.Title));
        var (intro, measures) = hasMeasuresColumn || titleAndMore.Count < 2
            ? bullets.Measures(Lines(AppendixRole.Measures))
            : (null, [.. titleAndMore.Skip(1).Select(item => item.Text)]);
        return new PlanDraftRow
        {
            Index = index,
            ContentCode = content?.Code,
            Content = content?.Title,
            Code = Code,
            Title = hasMeasuresColumn ? string.Join(" ", Lines(AppendixRole.Title)) : titleAndMore.FirstOrDefault().Text ?? "",
            Target = bullets.Text(Lines(AppendixRole.Target)),
            MeasuresIntro = intro,
            Measures = measures,
            Leads = Bodies(AppendixRole.Leads, words.Bodies),
            Cooperators = Bodies(AppendixRole.Cooperators, words.Bodies),
            Deadline = DeadlineParser.Parse(string.Join(" ", Lines(AppendixRole.Deadline)), context),
            Appendix = appendix,
            Source = _parts.FirstOrDefault(),
            Parts = _parts,
        };
    }

    private IReadOnlyList<string> Bodies(AppendixRole role, BodyNames bodies) => bodies.Split(CellLines.JoinBodies(Lines(role), bodies));
}
