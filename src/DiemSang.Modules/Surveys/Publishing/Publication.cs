using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Results;

namespace DiemSang.Modules.Surveys.Publishing;

/// <summary>The results of a wave as somebody published them. Publishing again replaces it; taking it back needs a reason.</summary>
public sealed class Publication : TenantEntity, IAudited
{
    public const int ReasonMaxLength = 500;

    private Publication()
    {
    }

    public Publication(WaveResults results, string? indexCode, Guid publishedBy, DateTimeOffset at)
    {
        OrganisationId = results.Source.Wave.OrganisationId;
        WaveId = results.Source.Wave.Id;
        IndexCode = indexCode;
        Counted = results.Counted;
        ResponseRate = results.ResponseRate;
        Method = string.Join(' ', ResultsWords.Method(results));
        PublishedBy = publishedBy;
        PublishedAt = at;
        Figures = [.. PublishableFigures.Of(results).Select((figure, position) => new PublicationFigure(this, position, figure))];
    }

    public Guid WaveId { get; private set; }
    public string? IndexCode { get; private set; }
    public int Counted { get; private set; }

    /// <summary>0–1; null when nobody was drawn.</summary>
    public double? ResponseRate { get; private set; }
    public string Method { get; private set; } = "";
    public Guid PublishedBy { get; private set; }
    public DateTimeOffset PublishedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? Reason { get; private set; }
    public List<PublicationFigure> Figures { get; private set; } = [];

    public void Withdraw(DateTimeOffset at, string reason) => (WithdrawnAt, Reason) = (at, reason);
}

/// <summary>One published figure; never changed. Read by others as <see cref="PublishedFigure"/>.</summary>
public sealed class PublicationFigure : TenantEntity
{
    private PublicationFigure()
    {
    }

    internal PublicationFigure(Publication publication, int position, PublishableFigure figure)
    {
        OrganisationId = publication.OrganisationId;
        PublicationId = publication.Id;
        Position = position;
        (Level, Code, Label) = (figure.Level, figure.Code, figure.Label);
        (Value, N) = (figure.Share, figure.Respondents);
        (Low, High) = figure.Interval;
    }

    public Guid PublicationId { get; private set; }
    public int Position { get; private set; }
    public FigureLevel Level { get; private set; }
    public string Code { get; private set; } = "";
    public string Label { get; private set; } = "";
    public double Value { get; private set; }
    public int N { get; private set; }
    public double Low { get; private set; }
    public double High { get; private set; }
}
