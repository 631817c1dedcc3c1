using DiemSang.Core.Planning;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DiemSang.Documents.Plans;

/// <summary>Loads <c>catalog/documents/results.yaml</c>, which lies beside the program.</summary>
public static class ResultWordsFile
{
    private static readonly Lazy<ResultWords> BesideProgram = new(() => Load(Path.Combine(AppContext.BaseDirectory, "catalog")));

    /// <summary>The words shipped with the program, read once.</summary>
    public static ResultWords Default => BesideProgram.Value;

    public static ResultWords Load(string catalog)
    {
        using var reader = File.OpenText(Path.Combine(catalog, "documents", "results.yaml"));
        var yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<WordsYaml>(reader);
        return new ResultWords(yaml.Proofs, yaml.Rates, yaml.Raises, yaml.Lowers);
    }

    private sealed class WordsYaml
    {
        public List<string> Proofs { get; set; } = [];
        public List<string> Rates { get; set; } = [];
        public List<string> Raises { get; set; } = [];
        public List<string> Lowers { get; set; } = [];
    }
}
