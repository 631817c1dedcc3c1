using DiemSang.Core.Language;
using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Rules;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Criteria;

/// <summary>A row on its way to becoming a criterion.</summary>
internal sealed class CriteriaTableRow(string code, string title, decimal max, SourceRow source)
{
    private static readonly (string Key, CriteriaColumn Column)[] Words =
    [
        ("kind", CriteriaColumn.Kind), ("scored_by", CriteriaColumn.ScoredBy), ("not_applicable", CriteriaColumn.NotApplicable),
        ("evidence", CriteriaColumn.EvidenceDemand), ("previous", CriteriaColumn.Previous), ("feeds", CriteriaColumn.Feeds), ("rule", CriteriaColumn.Rule),
    ];

    private string? _evidence;
    private EvidenceDemand? _demand;
    private string? _unit;
    private string? _source;
    private string? _figure;
    private ScoredBy _scoredBy;
    private NotApplicableTreatment _notApplicable;
    private CriterionKind _kind = KindOf(title, max);
    private IReadOnlyList<string> _previous = [];
    private IReadOnlyList<CriterionReference> _feeds = [];

    public string Code { get; set; } = code;
    public SourceRow Source => source;
    public CriteriaTableRow? Parent { get; set; }
    public List<CriteriaTableRow> Children { get; } = [];
    public List<string> Guidance { get; } = [];
    public ScoringRule? Rule { get; private set; }

    public void Read(CriteriaTableColumns columns)
    {
        _evidence = OrNull(columns.Text(source, CriteriaColumn.Evidence, "\n"));
        _unit = OrNull(columns.Text(source, CriteriaColumn.Unit));
        _source = OrNull(columns.Text(source, CriteriaColumn.Source));
        _figure = OrNull(columns.Text(source, CriteriaColumn.Figure));
        if (OrNull(columns.Text(source, CriteriaColumn.Guidance, "\n")) is { } guidance)
        {
            Guidance.Add(guidance);
        }

        // Words of the format itself go through the YAML reader, which knows them and complains well.
        var words = Words.Select(word => (word.Key, Text: columns.Text(source, word.Column))).Where(word => word.Text.Length > 0).ToList();
        if (words.Count > 0)
        {
            ReadWords(string.Join('\n', words.Select(word => $"{word.Key}: {word.Text}")));
        }
    }

    /// <summary>The nearest row above, from here up the tree, that a row with this code belongs to.</summary>
    public CriteriaTableRow? AncestorFor(string other)
    {
        var row = this;
        while (row is not null && !CriterionCode.IsBelow(other, row.Code))
        {
            row = row.Parent;
        }

        return row;
    }

    public Criterion ToCriterion() => new()
    {
        Code = Code,
        Title = title,
        Max = Math.Abs(max),
        Kind = _kind,
        Rule = Children.Count == 0 ? Rule ?? new ManualRule() : null,
        ScoredBy = _scoredBy,
        Evidence = _demand ?? (_evidence is null ? EvidenceDemand.Optional : EvidenceDemand.Required),
        EvidenceText = _evidence,
        Guidance = Guidance.Count == 0 ? null : string.Join('\n', Guidance),
        AppraisingUnit = _unit,
        NotApplicable = _notApplicable,
        Previous = _previous,
        Feeds = _feeds,
        Source = _source,
        Figure = _figure,
        Children = [.. Children.Select(child => child.ToCriterion())],
    };

    private void ReadWords(string yaml)
    {
        try
        {
            var map = YamlMap.Load(yaml);
            _kind = map.Choice("kind", _kind);
            _demand = map.Has("evidence") ? map.Choice("evidence", EvidenceDemand.Optional) : null;
            _scoredBy = map.Choice("scored_by", ScoredBy.SelfAndAppraisal);
            _notApplicable = map.Choice("not_applicable", NotApplicableTreatment.Forbidden);
            _previous = map.Has("previous") ? map.Texts("previous") : [];
            _feeds = map.References("feeds");
            Rule = RuleYaml.Read(map);
        }
        catch (UnreadableDocumentException problem)
        {
            throw new UnreadableDocumentException($"Dòng {source.Place.Row} của bảng: tiêu chí {Code}: {problem.Message}", problem);
        }
    }

    /// <summary>A negative maximum, or a heading such as "Điểm trừ", makes a penalty; "Điểm cộng" and "Điểm thưởng" a bonus.</summary>
    private static CriterionKind KindOf(string title, decimal max)
    {
        var folded = VietnameseText.Fold(title);
        return max < 0 || folded.StartsWith("diem tru", StringComparison.Ordinal) ||
            folded.StartsWith("diem phat", StringComparison.Ordinal) ? CriterionKind.Penalty
            : folded.StartsWith("diem cong", StringComparison.Ordinal) ||
                folded.StartsWith("diem thuong", StringComparison.Ordinal) ? CriterionKind.Bonus
            : CriterionKind.Scored;
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
