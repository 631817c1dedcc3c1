using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace DiemSang.Documents.Criteria;

/// <summary>A YAML mapping read strictly: every key is asked for or refused, every value has its type, every complaint its line.</summary>
internal sealed partial class YamlMap(YamlMappingNode node)
{
    private const int DeepestNesting = 40;
    private const int MostEvents = 200_000;
    private readonly HashSet<string> _asked = [];

    /// <summary>Loads one document. Anchors and deep nesting are refused before anything recursive touches the text.</summary>
    public static YamlMap Load(string text)
    {
        try
        {
            RefuseHostileShape(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: YamlMappingNode root }]
                ? new YamlMap(root)
                : throw new UnreadableDocumentException("Tệp YAML phải là một bảng “khóa: giá trị”.");
        }
        catch (YamlException problem)
        {
            throw new UnreadableDocumentException(
                $"Dòng {problem.Start.Line}: YAML sai cú pháp, {problem.Message.ReplaceLineEndings(" ")}", problem);
        }
    }

    public UnreadableDocumentException Problem(string message) => At(node, message);

    public string Text(string key) => TextOr(key) is { Length: > 0 } text ? text : throw Problem($"thiếu “{key}”.");

    public string? TextOr(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value?.Normalize(NormalizationForm.FormC).Trim(),
        var other => throw At(other, $"“{key}” phải là một giá trị, không phải danh sách hay bảng."),
    };

    public decimal Number(string key) => NumberOr(key) ?? throw Problem($"thiếu “{key}”.");

    /// <summary>A decimal with a point, or a fraction such as 10/3.</summary>
    public decimal? NumberOr(string key)
    {
        if (TextOr(key) is not { } text)
        {
            return null;
        }

        var match = NumberPattern().Match(text);
        if (!match.Success || !TryDecimal(match.Groups[1].Value, out var number))
        {
            throw At(Find(key)!, $"“{key}” là “{text}”; phải là số viết với dấu chấm thập phân, như 14.5 hoặc 10/3.");
        }

        if (!match.Groups[2].Success || !TryDecimal(match.Groups[2].Value, out var divisor))
        {
            return number;
        }

        return divisor != 0 ? number / divisor : throw At(Find(key)!, $"“{key}” là “{text}”, chia cho 0.");
    }

    public bool Flag(string key) => TextOr(key) switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw At(Find(key)!, $"“{key}” là “{other}”; phải là true hoặc false."),
    };

    public int WholeOr(string key, int whenAbsent) => NumberOr(key) switch
    {
        null => whenAbsent,
        { } number when number == decimal.Truncate(number) && Math.Abs(number) < 1_000_000 => (int)number,
        _ => throw At(Find(key)!, $"“{key}” phải là số nguyên."),
    };

    public DateOnly? DateOr(string key) => TextOr(key) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw At(Find(key)!, $"“{key}” là “{text}”; phải là ngày dạng 2026-01-31.");

    /// <summary>One of the enum's names in snake_case.</summary>
    public T Choice<T>(string key, T whenAbsent) where T : struct, Enum =>
        TextOr(key) is not { } text ? whenAbsent : ChoiceOf<T>(key, text);

    public T ChoiceOf<T>(string key, string text) where T : struct, Enum => Named<T>(key, text, SnakeCase);

    /// <summary>One of the enum's names in capitals, as indices are written; null when absent.</summary>
    public T? CapitalsOr<T>(string key) where T : struct, Enum => TextOr(key) is { } text ? Named<T>(key, text, name => name.ToUpperInvariant()) : null;

    /// <summary>Criteria of other sets.</summary>
    public IReadOnlyList<CriterionReference> References(string key) =>
        [.. Texts(key).Select(text => CriterionReference.Parse(text) ?? throw At(Find(key)!, CriterionReference.HowToWrite(text)))];

    public bool Has(string key) => Find(key) is not null;

    /// <summary>The value when it is a mapping, null when it is anything else or absent.</summary>
    public YamlMap? MapOr(string key) => Find(key) is YamlMappingNode map ? new YamlMap(map) : null;

    public IReadOnlyList<YamlMap> Maps(string key) =>
        [.. Items(key).Select(item => item is YamlMappingNode map
            ? new YamlMap(map)
            : throw At(item, $"mỗi mục của “{key}” phải là một bảng."))];

    public IReadOnlyList<string> Texts(string key) =>
        [.. Items(key).Select(item => item is YamlScalarNode { Value: { } text }
            ? text
            : throw At(item, $"mỗi mục của “{key}” phải là một giá trị."))];

    /// <summary>Refuses keys nobody asked for: a misspelt key must not be silently ignored.</summary>
    public void Done()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !_asked.Contains(name))
            {
                throw At(key, $"không có khóa “{key}” ở đây; các khóa: {string.Join(", ", _asked)}.");
            }
        }
    }

    public static string SnakeCase(string name) => CapitalPattern().Replace(name, "_$0").ToLowerInvariant();

    private static void RefuseHostileShape(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        for (var events = 0; parser.MoveNext(); events++)
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            if (depth > DeepestNesting + 2 || events > MostEvents)
            {
                throw new UnreadableDocumentException(events > MostEvents
                    ? $"Dòng {current.Start.Line}: tệp có quá nhiều phần tử."
                    : $"Dòng {current.Start.Line}: lồng sâu quá {DeepestNesting} cấp.");
            }

            if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false })
            {
                throw new UnreadableDocumentException($"Dòng {current.Start.Line}: không dùng “&” và “*” của YAML; viết lại nội dung.");
            }
        }
    }

    private T Named<T>(string key, string text, Func<string, string> written) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (written(value.ToString()) == text)
            {
                return value;
            }
        }

        throw At(Find(key)!, $"“{key}” là “{text}”; phải là một trong: {string.Join(", ", Enum.GetNames<T>().Select(written))}.");
    }

    private static bool TryDecimal(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static UnreadableDocumentException At(YamlNode place, string message) => new($"Dòng {place.Start.Line}: {message}");

    private IEnumerable<YamlNode> Items(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode sequence => sequence,
        var other => throw At(other, $"“{key}” phải là danh sách."),
    };

    private YamlNode? Find(string key)
    {
        _asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) &&
            value is not YamlScalarNode { Value: null or "" or "null" or "~", Style: ScalarStyle.Plain } ? value : null;
    }

    [GeneratedRegex(@"^(-?\d{1,20}(?:\.\d{1,20})?)(?:/(\d{1,9}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex CapitalPattern();
}
