using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Shared;

namespace DiemSang.Modules.Surveys.Results;

/// <summary>
/// One line per counted response as CSV that <c>./diemsang survey estimate</c> reads. No name, code, device or hour leaves the program, and no free text:
/// people write names into it.
/// </summary>
public static class MicrodataFile
{
    private static readonly string[] Kept = ["ngay", "diem_thu", "cach_thu", "tang", "cum", "trong_so", "dung_han"];

    /// <param name="withLabels">Words of the choices instead of their codes.</param>
    public static void Write(WaveAnswers wave, bool withLabels, Stream output)
    {
        // With the mark, or a spreadsheet would read UTF-8 as something else. What looks like a formula is made text.
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape });
        var variables = wave.Questionnaire.Questions.Where(question => question.Kind is not (QuestionKind.Text or QuestionKind.Note))
            .SelectMany(question => question.Variables.Select(variable => (Name: variable, Question: question))).ToList();
        WriteLine(csv, Kept.Concat(variables.Select(variable => variable.Name)));
        var points = wave.Points.ToDictionary(point => point.Id, point => point.Name);
        foreach (var given in wave.Counted)
        {
            WriteLine(csv, Facts(given, points).Concat(variables.Select(variable => Value(wave, given.Answers.GetValueOrDefault(variable.Name), variable.Question, withLabels))));
        }
    }

    /// <summary>The same table in memory, with labels: what known counts of the population are matched with.</summary>
    internal static Microdata AsTable(WaveAnswers wave)
    {
        var file = new MemoryStream();
        Write(wave, withLabels: true, file);
        file.Position = 0;
        using var reader = new StreamReader(file, Encoding.UTF8);
        return Microdata.Read(reader, "phiếu");
    }

    private static string[] Facts(GivenAnswer given, Dictionary<Guid, string> points) =>
    [
        given.FinishedAt.VietnameseDay().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), points[given.PointId], given.Channel.ToString().ToLowerInvariant(), given.Stratum, given.Cluster,
        given.Weight.ToString(CultureInfo.InvariantCulture), given.WasOnTime switch { true => "1", false => "0", null => "" },
    ];

    private static string Value(WaveAnswers wave, string? answer, Question question, bool withLabels) => answer is null ? "" : !withLabels || question.Kind == QuestionKind.Number
        ? answer
        : string.Join("; ", answer.Split(' ').Select(code => question.Choices.Concat(wave.Questionnaire.NoAnswers).FirstOrDefault(choice => choice.Code == code)?.Text.Vi ?? code));

    private static void WriteLine(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
