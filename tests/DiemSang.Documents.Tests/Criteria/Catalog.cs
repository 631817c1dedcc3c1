using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;

namespace DiemSang.Tests.Criteria;

/// <summary>The criteria sets that ship.</summary>
internal static class Catalog
{
    private static readonly string Folder = Path.Combine(Repository.Root, "catalog", "criteria");

    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!).Order();

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.yaml"));

    public static CriteriaSet Set(string name) => CriteriaSetYaml.Read(Text(name));

    public static ScoreSheetResult Score(string name, string json) => Score(Set(name), json);

    public static ScoreSheetResult Score(CriteriaSet set, string json) =>
        new ScoringEngine(set).Score(SheetDeclarationJson.Read(json, set));
}
