using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DiemSang.Documents.Plans;

/// <summary>Loads <see cref="PlanWords"/> from the YAML files of <c>catalog/</c>, which lie beside the program.</summary>
public static class PlanWordsFile
{
    private static readonly Lazy<PlanWords> BesideProgram = new(() => Load(Path.Combine(AppContext.BaseDirectory, "catalog")));

    /// <summary>The words of the catalog shipped with the program, read once.</summary>
    public static PlanWords Default => BesideProgram.Value;

    public static PlanWords Load(string catalog)
    {
        var documents = Path.Combine(catalog, "documents");
        var kinds = Read<KindsYaml>(documents, "kinds.yaml");
        var wording = Read<WordingYaml>(documents, "wording.yaml");
        var issuers = Read<IssuersYaml>(documents, "issuers.yaml");
        var bodies = Read<BodiesYaml>(Path.Combine(catalog, "units"), "bodies.yaml");
        return new PlanWords(
            [.. kinds.Kinds.Select(kind => new DocumentKind(kind.Abbreviation, kind.Name))],
            [.. issuers.Issuers.Select(ToIssuer)],
            Read<LawsYaml>(documents, "laws.yaml").Laws,
            new IndexNames([.. Read<IndicesYaml>(documents, "indices.yaml").Indices.Select(ToIndex)]),
            new BodyNames
            {
                Heads = bodies.Heads,
                NotHeads = bodies.NotHeads,
                Collectives = bodies.Collectives,
                Bodies = [.. bodies.Bodies.Select(body => new KnownBody(body.Name, body.Wordings))],
                Levels = bodies.Levels,
            },
            [.. Read<ColumnsYaml>(documents, "appendix-columns.yaml").Columns.Select(ToColumn)],
            [.. wording.HyphenPairs.Select(pair => new HyphenPair(pair[0], pair[1]))],
            [.. wording.Typos.Select(typo => new Typo(typo.Seen, typo.Meant))],
            new OcrWords(ByMisreading(wording.OcrWords)))
        {
            SymbolBodies = [.. issuers.Bodies.Select(ToIssuer)],
        };
    }

    private static Issuer ToIssuer(AbbreviationYaml issuer) => new(issuer.Abbreviation, issuer.Name);

    private static T Read<T>(string folder, string name)
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        using var reader = File.OpenText(Path.Combine(folder, name));
        return yaml.Deserialize<T>(reader);
    }

    private static IndexName ToIndex(IndexYaml index) =>
        new(index.Code, index.Name, index.Wordings, [.. index.Contents.Select(content => new IndexContent(content.Name, content.Words))]);

    private static AppendixColumn ToColumn(ColumnYaml column) =>
        new(Enum.Parse<AppendixRole>(column.Role, ignoreCase: true), column.Wordings, column.Exact);

    /// <summary>Misreading → word meant, both folded; the catalog lists them the other way round because people read it that way.</summary>
    private static Dictionary<string, string> ByMisreading(Dictionary<string, List<string>> byWord)
    {
        var meant = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (word, misreadings) in byWord)
        {
            foreach (var misreading in misreadings)
            {
                meant[VietnameseText.Fold(misreading)] = word;
            }
        }

        return meant;
    }

    private sealed class KindsYaml
    {
        public List<AbbreviationYaml> Kinds { get; set; } = [];
    }

    private sealed class IssuersYaml
    {
        public List<AbbreviationYaml> Issuers { get; set; } = [];
        public List<AbbreviationYaml> Bodies { get; set; } = [];
    }

    private sealed class AbbreviationYaml
    {
        public string Abbreviation { get; set; } = "";
        public string Name { get; set; } = "";
    }

    private sealed class LawsYaml
    {
        public List<string> Laws { get; set; } = [];
    }

    private sealed class IndicesYaml
    {
        public List<IndexYaml> Indices { get; set; } = [];
    }

    private sealed class IndexYaml
    {
        public string Code { get; set; } = "";
        public string Name { get; set; } = "";
        public List<string> Wordings { get; set; } = [];
        public List<ContentYaml> Contents { get; set; } = [];
    }

    private sealed class ContentYaml
    {
        public string Name { get; set; } = "";
        public List<string> Words { get; set; } = [];
    }

    private sealed class ColumnsYaml
    {
        public List<ColumnYaml> Columns { get; set; } = [];
    }

    private sealed class ColumnYaml
    {
        public string Role { get; set; } = "";
        public List<string> Wordings { get; set; } = [];
        public List<string> Exact { get; set; } = [];
    }

    private sealed class WordingYaml
    {
        public List<List<string>> HyphenPairs { get; set; } = [];
        public List<TypoYaml> Typos { get; set; } = [];
        public Dictionary<string, List<string>> OcrWords { get; set; } = [];
    }

    private sealed class TypoYaml
    {
        public string Seen { get; set; } = "";
        public string Meant { get; set; } = "";
    }

    private sealed class BodiesYaml
    {
        public List<string> Heads { get; set; } = [];
        public List<string> NotHeads { get; set; } = [];
        public List<string> Collectives { get; set; } = [];
        public List<BodyYaml> Bodies { get; set; } = [];
        public List<string> Levels { get; set; } = [];
    }

    private sealed class BodyYaml
    {
        public string Name { get; set; } = "";
        public List<string> Wordings { get; set; } = [];
    }
}
