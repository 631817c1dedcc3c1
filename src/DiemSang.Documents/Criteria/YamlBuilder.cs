using System.Globalization;
using DiemSang.Core.Scoring;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace DiemSang.Documents.Criteria;

/// <summary>Builds a YAML mapping key by key; what is absent or at its default is left out.</summary>
internal sealed class YamlBuilder(MappingStyle style)
{
    private readonly YamlMappingNode _node = new() { Style = style };

    public static YamlBuilder Block => new(MappingStyle.Block);

    public static YamlBuilder Flow => new(MappingStyle.Flow);

    public YamlMappingNode Node => _node;

    public YamlBuilder Text(string key, string? text) =>
        text is null ? this : Add(key, new YamlScalarNode(text) { Style = ScalarStyle.DoubleQuoted });

    /// <summary>A word of the format itself: a name, a key, a choice.</summary>
    public YamlBuilder Word(string key, string? word) => word is null ? this : Add(key, new YamlScalarNode(word));

    public YamlBuilder Number(string key, decimal? number) => number is { } value ? Word(key, Plain(value)) : this;

    public YamlBuilder NumberUnless(string key, decimal number, decimal usual) => number == usual ? this : Number(key, number);

    public YamlBuilder Flag(string key, bool flag) => flag ? Word(key, "true") : this;

    public YamlBuilder ChoiceUnless<T>(string key, T choice, T usual) where T : struct, Enum =>
        choice.Equals(usual) ? this : Word(key, YamlMap.SnakeCase(choice.ToString()));

    public YamlBuilder Map(string key, YamlNode? node) => node is null ? this : Add(key, node);

    public YamlBuilder List(string key, IEnumerable<YamlNode> items, SequenceStyle sequence)
    {
        var list = new YamlSequenceNode(items) { Style = sequence };
        return list.Children.Count == 0 ? this : Add(key, list);
    }

    public YamlBuilder Texts(string key, IEnumerable<string> texts) =>
        List(key, texts.Select(YamlNode (text) => new YamlScalarNode(text) { Style = ScalarStyle.DoubleQuoted }), SequenceStyle.Flow);

    /// <summary>The document as text, without folding long lines.</summary>
    public string Print()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(text, EmitterSettings.Default.WithBestWidth(int.MaxValue));
        new YamlStream(new YamlDocument(_node)).Save(emitter, assignAnchors: false);
        return text.ToString().Replace("...\n", "", StringComparison.Ordinal);
    }

    /// <summary>10/3 and its like as fractions, so that three of them still make ten.</summary>
    public static string Plain(decimal value)
    {
        var thirds = value * 3;
        return value != decimal.Round(value, 10) && Math.Abs(thirds - decimal.Round(thirds)) < Limits.SumTolerance
            ? FormattableString.Invariant($"{decimal.Round(thirds):0}/3")
            : value.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    private YamlBuilder Add(string key, YamlNode value)
    {
        _node.Add(key, value);
        return this;
    }
}
