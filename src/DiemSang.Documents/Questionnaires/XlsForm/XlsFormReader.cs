using System.Globalization;
using System.Text.RegularExpressions;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Questionnaires.XlsForm;

/// <summary>Turns the sheets of an XLSForm into a questionnaire: groups become sections, tables of one list become matrices.</summary>
internal sealed partial class XlsFormReader
{
    private static readonly HashSet<string> Metadata =
        ["start", "end", "today", "deviceid", "username", "phonenumber", "subscriberid", "simserial", "audit", "calculate", "hidden", "start-geopoint"];

    private readonly XlsFormSheet _survey;
    private readonly XlsFormSheet? _settings;
    private readonly Dictionary<string, List<XlsFormRow>> _lists;
    private readonly List<string> _warnings = [];
    private readonly Dictionary<string, string> _renamed = [];
    private readonly List<Section> _sections = [];
    private readonly Stack<OpenGroup> _groups = new();
    private LocalText? _introduction;

    public XlsFormReader(Dictionary<string, XlsFormSheet> sheets)
    {
        _survey = sheets.GetValueOrDefault("survey") ?? throw new UnreadableDocumentException("Không thấy trang “survey”: đây không phải XLSForm.");
        _settings = sheets.GetValueOrDefault("settings");
        _lists = (sheets.GetValueOrDefault("choices")?.Rows ?? []).Where(row => row["list_name"].Length > 0)
            .GroupBy(row => row["list_name"]).ToDictionary(list => list.Key, list => list.ToList());
    }

    public XlsFormImport Read()
    {
        var settings = _settings?.Rows.FirstOrDefault();
        var title = settings?["form_title"] is { Length: > 0 } written ? written : "Phiếu khảo sát";
        _groups.Push(new OpenGroup("", new LocalText(title), null));
        foreach (var row in _survey.Rows.Where(row => row["type"].Length > 0))
        {
            ReadRow(row);
        }

        if (_groups.Count > 1)
        {
            throw new UnreadableDocumentException($"Nhóm “{_groups.Peek().Name}” không có dòng end_group.");
        }

        CloseGroup();
        var questionnaire = new Questionnaire
        {
            Code = Code(settings?["form_id"] is { Length: > 0 } id ? id : "phieu"),
            Version = settings?["version"] is { Length: > 0 } version ? version : "1",
            Title = new LocalText(title),
            Introduction = _introduction,
            Sections = _sections,
            NoAnswers = [.. _lists.Values.SelectMany(list => list).Where(IsNoAnswer).Select(ChoiceOf).DistinctBy(choice => choice.Code)],
        };
        return QuestionnaireCheck.Problems(questionnaire) is [var problem, ..]
            ? throw new UnreadableDocumentException(problem)
            : new XlsFormImport(questionnaire, _warnings);
    }

    private void ReadRow(XlsFormRow row)
    {
        var words = row["type"].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var type = (words[0], words.ElementAtOrDefault(1)) is ("begin" or "end", { } what) ? $"{words[0]}_{what}" : words[0];
        switch (type)
        {
            case "begin_group":
                OpenGroupOf(new OpenGroup(row["name"], row.Text("label"), ConditionOf(row)) { IsTable = row["appearance"].Contains("table-list"), Hint = row.Text("hint") });
                break;
            case "begin_score":
                OpenGroupOf(new OpenGroup(row["name"], row.Text("label"), ConditionOf(row)) { IsTable = true, List = row["kobo--score-choices"] });
                break;
            case "end_group" or "end_score" when _groups.Count > 1:
                CloseGroup();
                break;
            case var _ when Metadata.Contains(type) || row["appearance"] == "label":
                break;
            default:
                AddQuestion(row, type, words);
                break;
        }
    }

    /// <summary>Questions that stand before a section outside any group are a section of their own, in their place.</summary>
    private void OpenGroupOf(OpenGroup group)
    {
        if (_groups.Count == 1 && !group.IsTable && _groups.Peek().Questions.Count > 0)
        {
            var loose = _groups.Pop();
            AddSection(loose);
            _groups.Push(loose with { Questions = [] });
        }

        _groups.Push(group);
    }

    private void AddQuestion(XlsFormRow row, string type, string[] words)
    {
        var text = row.Text("label") ?? new LocalText(row["name"]);
        if (type == "note" && row["name"] == XlsFormWriter.IntroductionName)
        {
            _introduction = text;
            return;
        }

        var list = type == "score__row" ? _groups.Peek().List : words.ElementAtOrDefault(1);
        var question = new Question
        {
            Code = Renamed(row["name"]),
            Kind = KindOf(type) ?? throw At(row, $"kiểu “{row["type"]}” chưa dùng được; dùng được select_one, select_multiple, integer, text, note và nhóm."),
            Text = text,
            Hint = row.Text("hint"),
            IsRequired = row.IsYes("required"),
            Relevant = ConditionOf(row),
        };
        question = question.Kind is QuestionKind.Single or QuestionKind.Multiple ? WithChoices(question, row, list ?? "") : question;
        _groups.Peek().Questions.Add(question.Kind == QuestionKind.Number ? WithLimits(question, row) : question);
        if (words.Contains("or_other"))
        {
            AddOther(question);
        }
    }

    private static QuestionKind? KindOf(string type) => type switch
    {
        "select_one" or "score__row" => QuestionKind.Single,
        "select_multiple" => QuestionKind.Multiple,
        "integer" => QuestionKind.Number,
        "text" => QuestionKind.Text,
        "note" => QuestionKind.Note,
        _ => null,
    };

    private Question WithChoices(Question question, XlsFormRow row, string list)
    {
        var choices = _lists.GetValueOrDefault(list) ?? throw At(row, $"danh sách lựa chọn “{list}” không có ở trang choices.");
        return question with
        {
            Choices = [.. choices.Where(choice => !IsNoAnswer(choice)).Select(ChoiceOf)],
            OffersNoAnswer = choices.Exists(IsNoAnswer),
        };
    }

    private Question WithLimits(Question question, XlsFormRow row)
    {
        var limits = row["constraint"].Split(" and ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => LimitPattern().Match(part)).ToList();
        if (limits.Exists(limit => !limit.Success))
        {
            _warnings.Add($"Dòng {row.Number}: không giữ được ràng buộc “{row["constraint"]}”.");
            return question;
        }

        int? Limit(string side) => limits.Find(limit => limit.Groups["side"].Value == side) is { } found ? int.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture) : null;
        return question with { Smallest = Limit(">="), Largest = Limit("<=") };
    }

    /// <summary>XLSForm's "or_other": one more choice, and a text that is asked when it is chosen.</summary>
    private void AddOther(Question question)
    {
        var questions = _groups.Peek().Questions;
        questions[^1] = question with { Choices = [.. question.Choices, new Choice("other", new LocalText("Khác", "Other"))] };
        questions.Add(new Question
        {
            Code = $"{question.Code}_other",
            Kind = QuestionKind.Text,
            Text = new LocalText("Ghi rõ", "Please specify"),
            Relevant = Condition.TryParse($"selected(${{{question.Code}}}, 'other')", out _),
        });
    }

    private void CloseGroup()
    {
        var group = _groups.Pop();
        if (group.Questions.Count == 0)
        {
            return;
        }

        if (group.IsMatrix)
        {
            AddMatrix(group);
        }
        else if (_groups.Count > 1)
        {
            // Sections do not nest here: an inner group's questions join the outer one and keep its condition.
            _groups.Peek().Questions.AddRange(group.Questions.Select(question => question with { Relevant = Both(group.Relevant, question.Relevant) }));
        }
        else
        {
            AddSection(group);
        }
    }

    private void AddSection(OpenGroup group)
    {
        var code = group.Name.Length > 0 ? group.Name : $"phan_{_sections.Count + 1}";
        _sections.Add(new Section(code, group.Title ?? new LocalText(code), [.. group.Questions]) { Relevant = group.Relevant });
    }

    private void AddMatrix(OpenGroup group)
    {
        var code = Code(group.Name);
        var first = group.Questions[0];
        var rows = group.Questions.ConvertAll(question => new Choice(
            question.Code.StartsWith($"{code}_", StringComparison.Ordinal) ? question.Code[(code.Length + 1)..] : question.Code, question.Text));
        group.Questions.Zip(rows).ToList().ForEach(pair => _renamed[pair.First.Code] = $"{code}_{pair.Second.Code}");
        _groups.Peek().Questions.Add(first with
        {
            Code = code,
            Kind = QuestionKind.Matrix,
            Text = group.Title ?? new LocalText(group.Name),
            Hint = group.Hint,
            Rows = rows,
            Relevant = group.Relevant,
        });
    }

    private Condition? ConditionOf(XlsFormRow row)
    {
        if (row["relevant"] is not { Length: > 0 } text)
        {
            return null;
        }

        var renamed = ReferencePattern().Replace(text, match => $"${{{_renamed.GetValueOrDefault(match.Groups[1].Value, match.Groups[1].Value)}}}");
        return Condition.TryParse(renamed, out var problem) ?? throw At(row, problem!);
    }

    private static Condition? Both(Condition? outer, Condition? inner) =>
        outer is null ? inner : inner is null ? outer : Condition.TryParse($"({outer.Text}) and ({inner.Text})", out _);

    private static bool IsNoAnswer(XlsFormRow choice) => choice.IsYes(XlsFormWriter.NoAnswerColumn);

    private static Choice ChoiceOf(XlsFormRow row) => new(row["name"], row.Text("label") ?? new LocalText(row["name"]));

    /// <summary>Names here have no dots or dashes; conditions that use the old name are told the new one.</summary>
    private string Renamed(string name)
    {
        var code = Code(name);
        if (code != name)
        {
            _renamed[name] = code;
        }

        return code;
    }

    private static string Code(string name) => UnusablePattern().Replace(name, "_");

    private static UnreadableDocumentException At(XlsFormRow row, string message) => new($"Trang survey, dòng {row.Number}: {message}");

    [GeneratedRegex(@"^\.\s*(?<side>>=|<=)\s*(?<number>-?\d{1,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex LimitPattern();

    [GeneratedRegex(@"\$\{\s*([^}]+?)\s*\}", RegexOptions.CultureInvariant)]
    private static partial Regex ReferencePattern();

    [GeneratedRegex("[^A-Za-z0-9_]", RegexOptions.CultureInvariant)]
    private static partial Regex UnusablePattern();

    /// <summary>A group that has begun and not ended.</summary>
    private sealed record OpenGroup(string Name, LocalText? Title, Condition? Relevant)
    {
        public bool IsTable { get; init; }

        public string? List { get; init; }

        public LocalText? Hint { get; init; }

        public List<Question> Questions { get; init; } = [];

        /// <summary>A table whose questions share their choices and have no conditions of their own.</summary>
        public bool IsMatrix => IsTable && Questions.TrueForAll(question =>
            question.Kind == QuestionKind.Single && question.Relevant is null && question.Choices.SequenceEqual(Questions[0].Choices));
    }
}
