using DiemSang.Core.Surveys;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Criteria;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Questionnaires;

/// <summary>The questionnaires, integrity limits and neutral wording shipped in <c>catalog/surveys</c>.</summary>
public static class SurveyCatalog
{
    private const string IntegrityFile = "integrity.yaml";
    private const string WordingFile = "neutral-wording.yaml";
    private static readonly string BesideProgram = Path.Combine(AppContext.BaseDirectory, "catalog", "surveys");
    private static readonly Lazy<IReadOnlyList<Questionnaire>> ShippedQuestionnaires = new(() => Questionnaires(BesideProgram));
    private static readonly Lazy<IntegrityRules> ShippedIntegrity = new(() => Integrity(BesideProgram));
    private static readonly Lazy<NeutralWording> ShippedNeutralWording = new(() => Wording(BesideProgram));

    /// <summary>The questionnaires shipped with the program, read once.</summary>
    public static IReadOnlyList<Questionnaire> Shipped => ShippedQuestionnaires.Value;

    /// <summary>The integrity limits shipped with the program, read once.</summary>
    public static IntegrityRules ShippedRules => ShippedIntegrity.Value;

    /// <summary>The words that coach people, read once.</summary>
    public static NeutralWording ShippedWording => ShippedNeutralWording.Value;

    /// <summary>All questionnaires of a catalog folder, by file name.</summary>
    /// <exception cref="UnreadableDocumentException">A file is damaged; the message begins with its name.</exception>
    public static IReadOnlyList<Questionnaire> Questionnaires(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.yaml").Where(file => Path.GetFileName(file) is not (IntegrityFile or WordingFile)).Order(StringComparer.Ordinal)
            .Select(file => Named(file, QuestionnaireYaml.Read)),
    ];

    public static IntegrityRules Integrity(string folder) => Named(Path.Combine(folder, IntegrityFile), ReadIntegrity);

    public static NeutralWording Wording(string folder) => Named(Path.Combine(folder, WordingFile), ReadWording);

    private static T Named<T>(string file, Func<string, T> read)
    {
        try
        {
            return read(File.ReadAllText(file));
        }
        catch (UnreadableDocumentException e)
        {
            throw new UnreadableDocumentException($"{Path.GetFileName(file)}: {e.Message}", e);
        }
    }

    private static IntegrityRules ReadIntegrity(string text)
    {
        var map = YamlMap.Load(text);
        var rules = new IntegrityRules
        {
            FastShareOfMedian = (double)map.Number("fast_share_of_median"),
            FastSecondsPerAnswer = (double)map.Number("fast_seconds_per_answer"),
            StraightShare = (double)map.Number("straight_share"),
            FewestAnswers = (int)map.Number("fewest_answers"),
            ResponsesPerDevice = (int)map.Number("responses_per_device"),
            ResponsesPerBurst = (int)map.Number("responses_per_burst"),
            BurstWindow = TimeSpan.FromMinutes((double)map.Number("burst_minutes")),
            RefusedTriesPerPlace = (int)map.Number("refused_tries_per_place"),
            NightFrom = (int)map.Number("night_from"),
            NightTo = (int)map.Number("night_to"),
            EnumeratorVarianceShare = (double)map.Number("enumerator_variance_share"),
            FewestPerEnumerator = (int)map.Number("fewest_per_enumerator"),
            StaffShare = (double)map.Number("staff_share"),
        };
        map.Done();
        return rules;
    }

    private static NeutralWording ReadWording(string text)
    {
        var map = YamlMap.Load(text);
        var wording = new NeutralWording(map.Texts("coaching"));
        map.Done();
        return wording;
    }
}
