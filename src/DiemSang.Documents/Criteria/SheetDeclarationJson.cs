using System.Globalization;
using System.Text;
using System.Text.Json;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Criteria;

/// <summary>
/// Reads what a unit declared from JSON: <c>{unit, year, declarations: {"1.1.1": {…}}, targets}</c>. A declaration is an object of inputs
/// plus the
/// words below, or, where the rule asks for one thing, that thing alone.
/// </summary>
public static class SheetDeclarationJson
{
    private const string NotApplicableWord = "notApplicable";
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <exception cref="UnreadableDocumentException">Not JSON, unknown criterion, or a value of the wrong shape; one Vietnamese
    /// line.</exception>
    public static SheetDeclaration Read(string text, CriteriaSet set)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return ReadSheet(document.RootElement, set);
        }
        catch (JsonException problem)
        {
            throw new UnreadableDocumentException($"Dòng {problem.LineNumber + 1}: JSON sai cú pháp hoặc bị trùng khóa.", problem);
        }
    }

    private static SheetDeclaration ReadSheet(JsonElement root, CriteriaSet set)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new UnreadableDocumentException("Tệp JSON phải là một đối tượng có “declarations”.");
        }

        var sheet = new SheetDeclaration { Items = new Dictionary<string, Declaration>() };
        foreach (var property in root.EnumerateObject())
        {
            sheet = property.Name switch
            {
                "unit" => sheet with { Unit = Text(property) },
                "year" => sheet with { Year = Year(property) },
                "declarations" => sheet with { Items = ReadItems(property, set) },
                "targets" => sheet with { Targets = ReadTargets(property, set) },
                _ => throw Problem($"không có khóa “{property.Name}”; các khóa: unit, year, declarations, targets."),
            };
        }

        return sheet;
    }

    private static Dictionary<string, Declaration> ReadItems(JsonProperty property, CriteriaSet set)
    {
        var criteria = set.All().ToDictionary(node => node.Criterion.Code, node => node.Criterion);
        return Members(property).ToDictionary(item => item.Name, item => criteria.TryGetValue(item.Name, out var criterion)
            ? ReadDeclaration(item, criterion)
            : throw Problem($"bộ tiêu chí “{set.Code}” không có tiêu chí “{item.Name}”."));
    }

    private static Dictionary<string, Interval> ReadTargets(JsonProperty property, CriteriaSet set) =>
        Members(property).ToDictionary(item => item.Name, item =>
            set.Find(item.Name) is null ? throw Problem($"mục tiêu cho tiêu chí “{item.Name}” không có trong bộ.")
            : Interval.TryParse(Text(item), out var range) ? range
            : throw Problem($"mục tiêu “{Text(item)}” không hiểu được; viết như “>= 5”."));

    private static Declaration ReadDeclaration(JsonProperty item, Criterion criterion)
    {
        if (item.Value.ValueKind == JsonValueKind.Object)
        {
            return ReadObject(item, criterion);
        }

        if (item.Value.ValueKind == JsonValueKind.String && item.Value.GetString() == NotApplicableWord)
        {
            return new Declaration { IsNotApplicable = true };
        }

        return criterion.Rule?.Inputs is [var only]
            ? Declaration.Of((only.Name, ReadValue(item, only)))
            : throw Problem($"tiêu chí {item.Name} cần một đối tượng, ví dụ {{ {Example(criterion)} }}.");
    }

    private static Declaration ReadObject(JsonProperty item, Criterion criterion)
    {
        var values = new Dictionary<string, DeclaredValue>();
        var declaration = new Declaration { Values = values };
        foreach (var property in item.Value.EnumerateObject())
        {
            declaration = property.Name switch
            {
                NotApplicableWord => declaration with { IsNotApplicable = Flag(property) },
                "reason" => declaration with { NotApplicableReason = Text(property) },
                "explanation" => declaration with { Explanation = Text(property) },
                "evidence" => declaration with { Evidence = ReadEvidence(property) },
                "override" => declaration with { Override = ReadOverride(property) },
                "lastYear" => declaration with { LastYearPoints = Number(property) },
                "self" => declaration with { SelfPoints = Number(property) },
                _ => WithValue(declaration, values, property, criterion),
            };
        }

        return declaration;
    }

    /// <summary>"met": ["a", "b"] names the yes/no inputs that are true; the others of the rule are then false.</summary>
    private static Declaration WithValue(
        Declaration declaration, Dictionary<string, DeclaredValue> values, JsonProperty property, Criterion criterion)
    {
        var fields = criterion.Rule?.Inputs ?? [];
        if (property is { Name: "met", Value.ValueKind: JsonValueKind.Array })
        {
            var met = property.Value.EnumerateArray().Select(element => element.ToString()).ToHashSet();
            foreach (var name in fields.Where(field => field.Kind == InputKind.YesNo).Select(field => field.Name).Union(met))
            {
                values[name] = met.Contains(name);
            }

            return declaration;
        }

        values[property.Name] = ReadValue(property, fields.FirstOrDefault(field => field.Name == property.Name));
        return declaration;
    }

    private static DeclaredValue ReadValue(JsonProperty property, InputField? field) => property.Value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => property.Value.GetBoolean(),
        JsonValueKind.Number => Number(property),
        JsonValueKind.Null => DeclaredValue.None,
        JsonValueKind.String when field is { Kind: InputKind.Date } => ReadDate(property),
        JsonValueKind.String => Text(property),
        _ => throw Problem($"“{property.Name}” phải là một giá trị."),
    };

    private static List<EvidenceReference> ReadEvidence(JsonProperty property)
    {
        if (property.Value.ValueKind != JsonValueKind.Array)
        {
            throw Problem("“evidence” phải là danh sách.");
        }

        return [.. property.Value.EnumerateArray().Select(ReadOneEvidence)];
    }

    private static EvidenceReference ReadOneEvidence(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return new EvidenceReference(element.GetString()!);
        }

        var members = element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().ToDictionary(member => member.Name) : [];
        return members.TryGetValue("name", out var name)
            ? new EvidenceReference(Text(name), members.TryGetValue("date", out var date) ? ReadDate(date) : null)
            : throw Problem("mỗi tài liệu kiểm chứng cần “name” và có thể có “date”.");
    }

    private static PointsOverride ReadOverride(JsonProperty property)
    {
        var members = Members(property).ToDictionary(member => member.Name);
        return members.TryGetValue("points", out var points) && members.TryGetValue("reason", out var reason)
            ? new PointsOverride(Number(points), Text(reason))
            : throw Problem("“override” cần “points” và “reason”.");
    }

    private static DateOnly ReadDate(JsonProperty property) =>
        DateOnly.TryParseExact(
            Text(property), ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Problem($"“{property.Name}” là “{Text(property)}”; phải là ngày dạng 2026-01-31.");

    private static IEnumerable<JsonProperty> Members(JsonProperty property) => property.Value.ValueKind == JsonValueKind.Object
        ? property.Value.EnumerateObject()
        : throw Problem($"“{property.Name}” phải là một đối tượng.");

    private static string Text(JsonProperty property) => property.Value.ValueKind == JsonValueKind.String
        ? property.Value.GetString()!.Normalize(NormalizationForm.FormC)
        : throw Problem($"“{property.Name}” phải là chuỗi.");

    private static decimal Number(JsonProperty property) =>
        property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetDecimal(out var number)
        ? number
        : throw Problem($"“{property.Name}” phải là số.");

    private static bool Flag(JsonProperty property) => property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? property.Value.GetBoolean()
        : throw Problem($"“{property.Name}” phải là true hoặc false.");

    private static int Year(JsonProperty property) =>
        property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt32(out var year) && year is >= 1900 and <= 2200
        ? year
        : throw Problem("“year” phải là năm, như 2026.");

    private static string Example(Criterion criterion) =>
        string.Join(", ", (criterion.Rule?.Inputs ?? []).Select(field => $"\"{field.Name}\": …"));

    private static UnreadableDocumentException Problem(string message) => new($"Phiếu kê khai: {message}");
}
