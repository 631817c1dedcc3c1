using System.Globalization;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Modules.Surveys.Keeping;

namespace DiemSang.Web.Pages.Surveys.Interview;

/// <summary>A questionnaire as the interviewer's page reads it: pages of questions with their conditions.</summary>
public sealed record InterviewForm(Guid Person, Guid Wave, string Title, bool NeedsCode, IReadOnlyList<InterviewForm.Place> Points, IReadOnlyList<InterviewForm.Screen> Pages)
{
    public sealed record Place(Guid Id, string Name);

    public sealed record Screen(string Title, string? Relevant, IReadOnlyList<Item> Items);

    public sealed record Item(string Kind, string Text, string? Hint, bool Required, string? Relevant, IReadOnlyList<Line> Lines, IReadOnlyList<Option> Choices, IReadOnlyList<Option> NoAnswers, int? Min, int? Max);

    /// <summary>A variable with its own label: a row of a matrix.</summary>
    public sealed record Line(string Variable, string? Text);

    public sealed record Option(string Code, string Text);

    public static InterviewForm Of(Questionnaire questionnaire, OpenedWave opened, Guid person)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return new InterviewForm(
            person, opened.Wave.Id, $"{opened.Survey.Title} – {opened.Wave.Name}", opened.Wave.NeedsCode,
            [.. opened.Points.Where(point => point.EndedOn is null).Select(point => new Place(point.Id, point.Name))],
            [.. FormPage.Of(questionnaire).Select(page => new Screen(
                page.Section.Title.In(language), page.Section.Relevant?.Text, [.. page.Items.Select(item => ItemOf(item, questionnaire, language))]))]);
    }

    private static Item ItemOf(FormItem item, Questionnaire questionnaire, string language) => new(
        item.Question.Kind.ToString(), item.Question.Text.In(language), item.Question.Hint?.In(language), item.Question.IsRequired, item.Question.Relevant?.Text,
        item.Rows.Count > 0 ? [.. item.Rows.Select(row => new Line(item.Question.VariableOf(row), row.Text.In(language)))] : [.. item.Question.Variables.Select(variable => new Line(variable, null))],
        Options(item.Question.Choices, language), Options(item.Question.OffersNoAnswer ? questionnaire.NoAnswers : [], language), item.Question.Smallest, item.Question.Largest);

    private static IReadOnlyList<Option> Options(IEnumerable<Choice> choices, string language) => [.. choices.Select(choice => new Option(choice.Code, choice.Text.In(language)))];
}
