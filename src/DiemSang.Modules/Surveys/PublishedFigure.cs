using System.Globalization;
using DiemSang.Modules.Shared;

namespace DiemSang.Modules.Surveys;

/// <summary>What a figure is about: a node of the index, a choice of another question, or the whole index at one collection point.</summary>
public enum FigureLevel { Whole, Part, Element, Criterion, Choice, Place }

/// <summary>
/// A figure somebody published, with all that must be said of it (view surveys.published_figures): the last publication of each wave, without
/// withdrawn ones and without groups of fewer than five people. Other modules read it here.
/// </summary>
public sealed class PublishedFigure
{
    private const int Decimals = 4;
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public Guid OrganisationId { get; init; }
    public Guid PublicationId { get; init; }
    public Guid SurveyId { get; init; }
    public required string Survey { get; init; }
    public Guid WaveId { get; init; }
    public required string Wave { get; init; }
    public DateOnly FromDate { get; init; }
    public DateOnly ToDate { get; init; }

    /// <summary>The questionnaire's code and its own version: "sipas", "2026.1".</summary>
    public required string Questionnaire { get; init; }
    public required string QuestionnaireVersion { get; init; }

    /// <summary>"PAR", "SIPAS", "PAPI": beside which rows and criteria it belongs; null for none.</summary>
    public string? IndexCode { get; init; }
    public int Position { get; init; }
    public FigureLevel Level { get; init; }

    /// <summary>The node's code; of a choice "question=choice"; of a place its public code. Unique within a publication and level.</summary>
    public required string Code { get; init; }
    public required string Label { get; init; }

    /// <summary>A share, 0–1.</summary>
    public double Value { get; init; }

    /// <summary>Respondents, unweighted; at least five.</summary>
    public int N { get; init; }

    /// <summary>95 % interval.</summary>
    public double Low { get; init; }
    public double High { get; init; }

    /// <summary>Of the drawn sample, 0–1; null when nobody was drawn.</summary>
    public double? ResponseRate { get; init; }

    /// <summary>Vietnamese sentence: sample or not, weights, interval.</summary>
    public required string Method { get; init; }
    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>Half the width of the interval, 0–1.</summary>
    public double Margin => (High - Low) / 2;

    /// <summary>Percent as it is taken over elsewhere: four decimals.</summary>
    public decimal Percent => decimal.Round((decimal)Value * 100, Decimals, MidpointRounding.AwayFromZero);

    /// <summary>Where a number that was taken over comes from, as a sentence.</summary>
    public string Source => string.Create(
        Vietnamese,
        $"Từ khảo sát “{Survey}”, {Wave} ({FromDate:dd/MM/yyyy}–{ToDate:dd/MM/yyyy}), phiếu {Questionnaire} phiên bản {QuestionnaireVersion}: {Label} {Value * 100:0.0} ± {Margin * 100:0.0} %, {N} người trả lời{(ResponseRate is { } rate ? $", tỷ lệ trả lời {rate * 100:0.0} %" : "")}; số liệu nội bộ công bố ngày {PublishedAt.VietnameseDay():dd/MM/yyyy}");
}
