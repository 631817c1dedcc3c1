using DiemSang.Core.Scoring;
using DiemSang.Modules.Scorecards.Rounds;

namespace DiemSang.Modules.Scorecards.Figures;

/// <summary>A figure the product keeps itself, offered before anybody types it. It is never filled in by itself: a person takes it over.</summary>
/// <param name="Source">Where it comes from and of which day, as a sentence.</param>
public sealed record FigureOffer(IReadOnlyDictionary<string, DeclaredValue> Values, string Source);

/// <summary>The figure that a criterion asks for by name in its set, for the unit that is scored.</summary>
public sealed class FigureOffers(TaskFigures tasks, SurveyFigures surveys)
{
    /// <summary>Null where the set names no figure, the rule asks for something else, or there is nothing to count yet.</summary>
    public async Task<FigureOffer?> ForAsync(RoundFile file, Guid subjectId, Criterion criterion, CancellationToken cancel = default)
    {
        if (criterion is not { Figure: { } name, Rule: { } rule })
        {
            return null;
        }

        var asked = new FigureQuestion(subjectId, file.Set.Code, criterion.Code, file.Round.Year, file.Today);
        var figure = await tasks.ReadAsync(name, asked, cancel) ?? await surveys.ReadAsync(name, asked, cancel);
        return figure?.For(rule) is { } values ? new FigureOffer(values, figure.Source) : null;
    }
}
