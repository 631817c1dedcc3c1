using DiemSang.Core.Statistics;
using DiemSang.Core.Statistics.Disclosure;
using DiemSang.Core.Surveys.Indices;
using DiemSang.Modules.Surveys.Results;

namespace DiemSang.Modules.Surveys.Publishing;

/// <summary>A share that may leave the results page.</summary>
public sealed record PublishableFigure(FigureLevel Level, string Code, string Label, double Share, int Respondents, ConfidenceInterval Interval);

/// <summary>The figures of a wave that may be published: no hidden one, none on fewer than five people.</summary>
public static class PublishableFigures
{
    public static IEnumerable<PublishableFigure> Of(WaveResults results) =>
    [
        .. results.Lines.SelectMany(line => Figure(LevelOf(line), line.Node.Code, line.Node.Name.Vi, line.Figure)),
        .. results.Questions.SelectMany(question => question.Choices.SelectMany(choice =>
            Figure(FigureLevel.Choice, $"{question.Variable}={choice.Code}", $"{question.Text.Vi}: {choice.Text.Vi}", choice.Figure))),
        .. results.Groups.Where(kind => kind.Key is GroupKind.Hamlet or GroupKind.Procedure or GroupKind.Counter or GroupKind.Link).SelectMany(kind => kind.Value).SelectMany(place => Figure(FigureLevel.Place, place.Code, place.Name, place.Figure)),
    ];

    private static IEnumerable<PublishableFigure> Figure(FigureLevel level, string code, string label, ResultFigure figure) =>
        figure is { Share: { } share, Respondents: >= SmallGroups.Smallest and var respondents }
            ? [new PublishableFigure(level, code, label, share, respondents, figure.Interval)]
            : [];

    private static FigureLevel LevelOf(ResultLine line) => line.Node switch
    {
        _ when line.Depth == 0 => FigureLevel.Whole,
        { Children.Count: 0 } => FigureLevel.Criterion,
        { Children: var children } when children.All(IsCriterion) => FigureLevel.Element,
        _ => FigureLevel.Part,
    };

    private static bool IsCriterion(IndexNode node) => node.Children.Count == 0;
}
