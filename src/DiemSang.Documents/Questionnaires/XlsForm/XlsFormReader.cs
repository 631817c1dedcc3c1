using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Questionnaires.XlsForm;

/// <summary>Turns the sheets of an XLSForm into a questionnaire: groups become sections, tables of one list become matrices.</summary>
internal sealed class XlsFormReader
{
    private static readonly HashSet<string> Metadata =
    [
        "start", "end", "today", "deviceid", "username", "phonenumber", "subscriberid", "simserial", "audit", "calculate", "hidden", "start-geopoint",
        "email", "background-audio", "background-geopoint", "xml-external", "csv-external",
    ];

    private readonly XlsFormSheet _survey;
    private readonly XlsFormRow? _settings;
    private readonly XlsFormNames _names = new();
    private readonly XlsFormQuestions _questions;
    private readonly List<Section> _sections = [];
    private readonly Stack<XlsFormGroup> _groups = new();
    private readonly List<string> _leftOut = [];
    private LocalText? _introduction;

    public XlsFormReader(Dictionary<string, XlsFormSheet> sheets)
    {
        _survey = sheets.GetValueOrDefault("survey") ?? throw new UnreadableDocumentException("Không thấy trang “survey”: đây không phải XLSForm.");
        _settings = sheets.GetValueOrDefault("settings")?.Rows.FirstOrDefault();
        var choices = sheets.GetValueOrDefault("choices");
        _questions = new XlsFormQuestions(choices, _names);
        _leftOut.AddRange(XlsFormLeftOut.Of(_survey, choices));
    }

    public XlsFormImport Read()
    {
        var title = new LocalText(Setting("form_title", "Phiếu khảo sát"));
        _groups.Push(new XlsFormGroup("", title, null));
        foreach (var row in _survey.Rows.Where(row => row["type"].Length > 0))
        {
            ReadRow(row);
        }

        if (_groups.Count > 1)
        {
            throw new UnreadableDocumentException($"Nhóm “{_groups.Peek().Name}” không có dòng end_group.");
        }

        Close();
        var questionnaire = new Questionnaire
        {
            Code = XlsFormNames.Code(Setting("form_id", Setting("id_string", "phieu"))),
            Version = Setting("version", "1"),
            Title = title,
            Introduction = _introduction,
            Sections = _sections,
            NoAnswers = _questions.NoAnswers,
        };
        return QuestionnaireCheck.Problems(questionnaire) is [var problem, ..]
            ? throw new UnreadableDocumentException(problem)
            : new XlsFormImport(questionnaire, [.. _leftOut, .. _questions.Warnings]);
    }

    private string Setting(string name, string whenAbsent) => _settings?[name] is { Length: > 0 } value ? value : whenAbsent;

    private void ReadRow(XlsFormRow row)
    {
        var words = row["type"].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var type = words is ["begin" or "end", var what, ..] ? $"{words[0]}_{what}" : words[0];
        switch (type)
        {
            case "begin_group":
                Open(GroupOf(row) with { IsTable = row["appearance"].Contains("table-list", StringComparison.Ordinal) });
                break;
            case "begin_score":
                Open(GroupOf(row) with { IsTable = true, List = row["kobo--score-choices"] });
                break;
            case "begin_rank":
                _leftOut.Add($"Dòng {row.Number}: xếp hạng thành bảng chọn; không chặn việc chọn một mục hai lần.");
                Open(GroupOf(row) with { IsTable = true, List = row["kobo--rank-items"] });
                break;
            case "begin_kobomatrix":
                Open(GroupOf(row) with { Lines = _questions.ListOf(row, row["kobo--matrix_list"]) });
                break;
            case "end_group" or "end_score" or "end_rank" or "end_kobomatrix" or "end_matrix" when _groups.Count > 1:
                Close();
                break;
            case "note" when row.Name == XlsFormWriter.IntroductionName:
                _introduction = row.Text("label");
                break;
            case var _ when Metadata.Contains(type) || row["appearance"] == "label":
                _leftOut.AddRange(XlsFormLeftOut.Of(row, type) is { } leftOut ? [leftOut] : []);
                break;
            default:
                AddQuestion(row, type, words);
                break;
        }
    }

    private XlsFormGroup GroupOf(XlsFormRow row) => new(row.Name, row.Text("label"), _names.ConditionOf(row)) { Hint = row.Text("hint"), IsRequired = row.IsYes("required") };

    private void AddQuestion(XlsFormRow row, string type, string[] words)
    {
        var group = _groups.Peek();
        var isLine = type is "score__row" or "rank__level";
        var question = _questions.Read(row, type, isLine ? group.List : words.ElementAtOrDefault(1) ?? row["select_from_list_name"]);
        question = isLine && group.IsRequired ? question with { IsRequired = true } : question;
        group.Questions.AddRange(words.Contains("or_other") ? XlsFormQuestions.WithOther(question) : [question]);
    }

    /// <summary>Questions that stand before a section outside any group are a section of their own, in their place.</summary>
    private void Open(XlsFormGroup group)
    {
        if (_groups.Count == 1 && !group.IsTable && _groups.Peek().Questions.Count > 0)
        {
            var loose = _groups.Pop();
            AddSection(loose);
            _groups.Push(loose with { Questions = [] });
        }

        _groups.Push(group);
    }

    private void Close()
    {
        var group = _groups.Pop();
        if (group.Lines.Count > 0)
        {
            _groups.Peek().Questions.AddRange(group.ToQuestions());
        }
        else if (group.IsMatrix)
        {
            var matrix = group.ToMatrix();
            group.Questions.Zip(matrix.Rows).ToList().ForEach(pair => _names.Rename(pair.First.Code, matrix.VariableOf(pair.Second)));
            _groups.Peek().Questions.Add(matrix);
        }
        else if (_groups.Count > 1)
        {
            // Sections do not nest here: an inner group's questions join the outer one and keep its condition.
            _groups.Peek().Questions.AddRange(group.Questions.Select(question => question with { Relevant = Both(group.Relevant, question.Relevant) }));
        }
        else if (group.Questions.Count > 0)
        {
            AddSection(group);
        }
    }

    private void AddSection(XlsFormGroup group)
    {
        var code = group.Name.Length > 0 ? group.Name : $"phan_{_sections.Count + 1}";
        _sections.Add(new Section(code, group.Title ?? new LocalText(code), [.. group.Questions]) { Relevant = group.Relevant });
    }

    private static Condition? Both(Condition? outer, Condition? inner) =>
        outer is null ? inner : inner is null ? outer : Condition.TryParse($"({outer.Text}) and ({inner.Text})", out _);
}
