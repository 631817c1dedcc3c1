using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DiemSang.Documents.Writing.Decree30;

/// <summary>How letters look.</summary>
internal readonly record struct Letters(double SizePt, bool Bold = false, bool Italic = false);

/// <summary>How a paragraph stands.</summary>
internal sealed record Stance(Alignment Align)
{
    public double FirstLineMm { get; init; }
    public double LeftMm { get; init; }
    public double RightMm { get; init; }
    public double BeforePt { get; init; }
    public double AfterPt { get; init; }
    public double LineSpacing { get; init; } = 1;

    /// <summary>Height of a line whatever its letters; null to follow <see cref="LineSpacing"/>.</summary>
    public double? ExactLinePt { get; init; }
    public bool KeepWithNext { get; init; }

    /// <summary>A thin line below the paragraph, over its width.</summary>
    public bool RuledBelow { get; init; }
}

internal enum Alignment { Left, Centre, Right, Justified }

/// <summary>Makes Word paragraphs from text, letters and stance.</summary>
internal static class Typesetter
{
    private const double TwipsPerMm = 1440 / 25.4;

    public static string Twips(double mm) => Math.Round(mm * TwipsPerMm).ToString("0");

    public static uint TwipsNumber(double mm) => (uint)Math.Round(mm * TwipsPerMm);

    public static Paragraph Paragraph(Stance stance, params ReadOnlySpan<(string Text, Letters Letters)> runs)
    {
        var paragraph = new Paragraph(Properties(stance));
        foreach (var (text, letters) in runs)
        {
            paragraph.Append(Run(text, letters));
        }

        return paragraph;
    }

    public static Run Run(string text, Letters letters)
    {
        var run = new Run(Look(letters));
        var parts = PrintableText.Of(text).Split('\n');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(parts[i].Replace('\t', ' ')) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    public static RunProperties Look(Letters letters)
    {
        var halfPoints = Math.Round(letters.SizePt * 2).ToString("0");
        return new RunProperties
        {
            Bold = letters.Bold ? new Bold() : null,
            Italic = letters.Italic ? new Italic() : null,
            FontSize = new FontSize { Val = halfPoints },
            FontSizeComplexScript = new FontSizeComplexScript { Val = halfPoints },
        };
    }

    private static ParagraphProperties Properties(Stance stance) => new()
    {
        KeepNext = stance.KeepWithNext ? new KeepNext() : null,
        ParagraphBorders = stance.RuledBelow ? new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 6, Space = 0, Color = "000000" }) : null,
        SpacingBetweenLines = new SpacingBetweenLines
        {
            Before = Points(stance.BeforePt),
            After = Points(stance.AfterPt),
            Line = stance.ExactLinePt is { } exact ? Points(exact) : Math.Round(240 * stance.LineSpacing).ToString("0"),
            LineRule = stance.ExactLinePt is null ? LineSpacingRuleValues.Auto : LineSpacingRuleValues.Exact,
        },
        Indentation = stance is { FirstLineMm: 0, LeftMm: 0, RightMm: 0 } ? null : new Indentation
        {
            Left = Twips(stance.LeftMm),
            Right = Twips(stance.RightMm),
            FirstLine = Twips(stance.FirstLineMm),
        },
        Justification = new Justification
        {
            Val = stance.Align switch
            {
                Alignment.Centre => JustificationValues.Center,
                Alignment.Right => JustificationValues.Right,
                Alignment.Justified => JustificationValues.Both,
                _ => JustificationValues.Left,
            },
        },
    };

    private static string Points(double points) => Math.Round(points * 20).ToString("0");
}
