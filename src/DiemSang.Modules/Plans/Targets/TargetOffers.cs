using DiemSang.Core.Planning;
using DiemSang.Modules.Surveys;

namespace DiemSang.Modules.Plans.Targets;

/// <summary>A number the product knows already, for a person to take over.</summary>
/// <param name="PublicationId">The survey's publication it stands in.</param>
public sealed record OfferedNumber(Guid PublicationId, DatedNumber Number);

/// <summary>What published surveys say of the index a target is about. Nothing is written by itself.</summary>
public sealed class TargetOffers(PublishedFigures published)
{
    private const decimal WholePercent = 100;

    /// <summary>Per survey of the index, the last published wave and the one before; empty for a target of no index.</summary>
    public async Task<IReadOnlyList<OfferedNumber>> ForAsync(Guid organisationId, string? indexCode, CancellationToken cancel = default) => indexCode is null
        ? []
        : [.. (await published.LatestAsync(organisationId, cancel)).Where(index => index.IndexCode == indexCode)
            .SelectMany(index => index.Before is { } before ? [index.Whole, before] : new[] { index.Whole }).Select(Offer)];

    private static OfferedNumber Offer(PublishedFigure figure) =>
        new(figure.PublicationId, new DatedNumber(new CountedNumber(figure.Percent, WholePercent), figure.ToDate, Short(figure.Source)));

    private static string Short(string source) => source.Length <= DatedNumber.SourceMaxLength ? source : source[..(DatedNumber.SourceMaxLength - 1)] + "…";
}
