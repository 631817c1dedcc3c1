using System.Globalization;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Collecting;

namespace DiemSang.Web.Commands.Demo;

/// <summary>
/// Answers of people who do not exist, the same at every loading: places and questions differ in how content people are, one answer in twelve is
/// missing, and a handful were sent in a hurry from one device, so that the integrity review has something to show.
/// </summary>
public sealed class InventedAnswers(Questionnaire questionnaire, IReadOnlyList<CollectionPoint> points, Wave wave, Guid helper)
{
    private const int HurriedEvery = 60;
    private static readonly string[] Remarks = ["Giờ làm việc buổi trưa nên có người trực.", "Mong được nhắn tin khi có kết quả.", "Chỗ để xe còn chật.", "Hướng dẫn rõ ràng, cảm ơn."];

    public Submission Of(int person, DateOnly lastDay)
    {
        var random = new Random((person * 7919) + wave.FromDate.DayNumber);
        var isHurried = person % HurriedEvery == 1;
        var place = random.Next(points.Count);
        var channel = isHurried ? CollectionChannel.Web : Channel(random.Next(100));
        var finished = new DateTimeOffset(
            wave.FromDate.AddDays(random.Next(Math.Max(1, lastDay.DayNumber - wave.FromDate.DayNumber))), new TimeOnly(7 + random.Next(10), random.Next(60)), TimeSpan.FromHours(7));
        return new Submission
        {
            OrganisationId = wave.OrganisationId, WaveId = wave.Id, PointId = points[place].Id, Key = Guid.CreateVersion7(), Channel = channel,
            HelperId = channel is CollectionChannel.Interviewer or CollectionChannel.Paper ? helper : null,
            Device = isHurried ? "demo-hurried" : string.Create(CultureInfo.InvariantCulture, $"demo-{person}"),
            StartedAt = channel == CollectionChannel.Paper ? null : finished.AddSeconds(isHurried ? -25 : -random.Next(240, 1500)),
            FinishedAt = finished,
            Answers = isHurried ? Answers(_ => "5") : Answers(question => Answer(random, question, place)),
        };
    }

    private static CollectionChannel Channel(int lot) => lot switch
    {
        < 55 => CollectionChannel.Web, < 68 => CollectionChannel.Kiosk, < 85 => CollectionChannel.Interviewer, _ => CollectionChannel.Paper,
    };

    private Dictionary<string, string> Answers(Func<Question, string?> answer)
    {
        var answers = new Dictionary<string, string>();
        foreach (var question in questionnaire.Questions)
        {
            foreach (var variable in question.Variables)
            {
                if (answer(question) is { } given && (question.Kind is QuestionKind.Text or QuestionKind.Number || question.Choices.Any(choice => given.Split(' ').Contains(choice.Code))))
                {
                    answers[variable] = given;
                }
            }
        }

        return AnswerCheck.Asked(questionnaire, answers);
    }

    private string? Answer(Random random, Question question, int place) => question.Kind switch
    {
        _ when random.Next(12) == 0 => null,
        QuestionKind.Text => random.Next(6) == 0 ? Remarks[random.Next(Remarks.Length)] : null,
        QuestionKind.Number => ((question.Smallest ?? 1) + random.Next(3)).ToString(CultureInfo.InvariantCulture),
        QuestionKind.Multiple => string.Join(' ', question.Choices.Where(_ => random.Next(3) == 0).Select(choice => choice.Code)) is { Length: > 0 } chosen ? chosen : null,
        QuestionKind.Matrix when question.Choices.Count == 5 => Scale(random.Next(100) - (place * 3)),
        _ => question.Choices.Count > 0 ? question.Choices[random.Next(question.Choices.Count)].Code : null,
    };

    private static string Scale(int lot) => lot switch { < -6 => "1", < 2 => "2", < 18 => "3", < 68 => "4", _ => "5" };
}
