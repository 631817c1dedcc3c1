using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.Converters;
using YamlDotNet.Serialization.NamingConventions;

namespace DiemSang.Documents.Writing;

/// <summary>The measures of an administrative document, loaded from <c>catalog/document-form</c>: when the law changes them, no program does.</summary>
public sealed record DocumentForm
{
    private static readonly Lazy<DocumentForm> BesideProgram = new(() =>
        Load(Path.Combine(AppContext.BaseDirectory, "catalog", "document-form", "decree-30.yaml")));

    /// <summary>The form shipped with the program, read once.</summary>
    public static DocumentForm Default => BesideProgram.Value;

    public string Code { get; init; } = "";
    public string Source { get; init; } = "";
    public DateOnly EffectiveFrom { get; init; }
    public string Font { get; init; } = "";
    public FormPaper Paper { get; init; } = new();
    public FormMargins Margins { get; init; } = new();
    public FormSizes Sizes { get; init; } = new();
    public FormBody Body { get; init; } = new();
    public FormLines Lines { get; init; } = new();
    public FormDate Date { get; init; } = new();
    public FormTexts Texts { get; init; } = new();
    public List<FormColumn> AppendixColumns { get; init; } = [];

    /// <exception cref="YamlException">The file is not of this shape, or a printed value lies outside what its source allows.</exception>
    public static DocumentForm Load(string path)
    {
        using var reader = File.OpenText(path);
        return new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .WithTypeConverter(new DateOnlyConverter(CultureInfo.InvariantCulture, formats: "yyyy-MM-dd"))
            .WithTypeConverter(new MeasureConverter())
            .Build()
            .Deserialize<DocumentForm>(reader);
    }

    /// <summary>"{ use: 20, from: 20, to: 25 }"</summary>
    private sealed class MeasureConverter : IYamlTypeConverter
    {
        public bool Accepts(Type type) => type == typeof(FormMeasure);

        public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
        {
            var start = parser.Current?.Start ?? Mark.Empty;
            var values = new Dictionary<string, double>();
            parser.Consume<MappingStart>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                values[parser.Consume<Scalar>().Value] = double.Parse(parser.Consume<Scalar>().Value, NumberStyles.Float, CultureInfo.InvariantCulture);
            }

            var (use, from, to) = (values.GetValueOrDefault("use"), values.GetValueOrDefault("from"), values.GetValueOrDefault("to"));
            return use >= from && use <= to ? new FormMeasure(use)
                : throw new YamlException(start, parser.Current?.End ?? start, $"{use} is outside {from}–{to}.");
        }

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) =>
            throw new NotSupportedException("The form is read, never written.");
    }
}

/// <summary>A value to print, checked against the range of its source.</summary>
public readonly record struct FormMeasure(double Use)
{
    public static implicit operator double(FormMeasure measure) => measure.Use;
}

public sealed record FormPaper
{
    public double WidthMm { get; init; }
    public double HeightMm { get; init; }
}

public sealed record FormMargins
{
    public FormMeasure TopMm { get; init; }
    public FormMeasure BottomMm { get; init; }
    public FormMeasure LeftMm { get; init; }
    public FormMeasure RightMm { get; init; }
}

/// <summary>Letter sizes in points, by part of the document.</summary>
public sealed record FormSizes
{
    public FormMeasure PageNumber { get; init; }
    public FormMeasure StateName { get; init; }
    public FormMeasure Motto { get; init; }
    public FormMeasure Superior { get; init; }
    public FormMeasure Issuer { get; init; }
    public FormMeasure Number { get; init; }
    public FormMeasure PlaceAndDate { get; init; }
    public FormMeasure Kind { get; init; }
    public FormMeasure Subject { get; init; }
    public FormMeasure Body { get; init; }
    public FormMeasure Signer { get; init; }
    public FormMeasure RecipientsWord { get; init; }
    public FormMeasure Recipients { get; init; }
    public FormMeasure AppendixWord { get; init; }
    public FormMeasure AppendixTitle { get; init; }
    public FormMeasure AppendixTable { get; init; }
}

public sealed record FormBody
{
    public FormMeasure FirstLineMm { get; init; }
    public FormMeasure ParagraphGapPt { get; init; }

    /// <summary>Multiple of a single line.</summary>
    public FormMeasure LineSpacing { get; init; }
}

/// <summary>Lengths of the lines under names, as shares of the name above.</summary>
public sealed record FormLines
{
    public FormMeasure IssuerShare { get; init; }
    public FormMeasure SubjectShare { get; init; }
}

/// <summary>Below which day, month and document number a zero is put in front.</summary>
public sealed record FormDate
{
    public int PadDaysBelow { get; init; }
    public int PadMonthsBelow { get; init; }
    public int PadNumbersBelow { get; init; }
}

/// <summary>Words that every document carries.</summary>
public sealed record FormTexts
{
    public string StateName { get; init; } = "";
    public string Motto { get; init; } = "";
    public string End { get; init; } = "";
    public string Recipients { get; init; } = "";
    public string Appendix { get; init; } = "";
}

/// <summary>A column of the appendix table and its share of the width.</summary>
public sealed record FormColumn
{
    public string Title { get; init; } = "";
    public double Share { get; init; }
}
