using DiemSang.Core.Scoring;

namespace DiemSang.Documents.Criteria;

/// <summary>The criteria sets shipped in <c>catalog/criteria</c>: samples and structures to begin from, in the order of their file names.</summary>
public static class CriteriaFiles
{
    private static readonly Lazy<IReadOnlyList<CriteriaSet>> BesideProgram = new(() => Load(Path.Combine(AppContext.BaseDirectory, "catalog")));

    public static IReadOnlyList<CriteriaSet> Default => BesideProgram.Value;

    public static CriteriaSet? Find(string? code, string? version) => Default.FirstOrDefault(set => set.Code == code && set.Version == version);

    private static IReadOnlyList<CriteriaSet> Load(string catalog) =>
        [.. Directory.EnumerateFiles(Path.Combine(catalog, "criteria"), "*.yaml").Order(StringComparer.Ordinal).Select(path => CriteriaSetYaml.Read(File.ReadAllText(path)))];
}
