using System.Globalization;
using System.Text;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Questionnaires;
using DiemSang.Documents.Reading;
using DiemSang.Modules.Access;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Results;
using DiemSang.Tests;

namespace DiemSang.Modules.Tests.Surveys;

public sealed class ResultsCalculatorTests
{
    private static readonly Guid Ward = Guid.NewGuid();
    private static readonly Questionnaire OneStop = SurveyCatalog.Shipped.Single(one => one.Code == "mot_cua");
    private static readonly Survey Asked = new("Một cửa", new QuestionnaireVersion(Ward, OneStop, "mot_cua"));
    private static readonly CollectionPoint Counter = new(Asked, PointKind.Counter, "=Quầy 1");
    private static readonly CollectionPoint Other = new(Asked, PointKind.Counter, "Quầy 2");

    [Fact]
    [Requirement("SVY-11", "SVY-14")]
    public void Of_AnswersOfOneCounter_GivesSharesWithIntervalsWorstFirst()
    {
        var results = ResultsCalculator.Of(Wave(Enumerable.Range(0, 100).Select(number => Given(Counter, number < 80 ? "5" : "2", number < 60 ? "4" : "1"))));

        results.Whole!.Share.ShouldBe(0.7);
        results.Whole.Interval.Low.ShouldBeInRange(0.5, 0.7);
        results.Worst.First().Figure.Share.ShouldBe(0.6);
        results.Worst.First().Figure.Respondents.ShouldBe(100);
    }

    [Fact]
    public void Of_AnswerLeftOutByAReviewer_DoesNotCount()
    {
        var answers = Enumerable.Range(0, 10).Select(_ => Given(Counter, "5", "5")).Append(Given(Counter, "1", "1") with { IsLeftOut = true });

        var results = ResultsCalculator.Of(Wave(answers));

        results.Whole!.Share.ShouldBe(1);
        results.LeftOut.ShouldBe(1);
    }

    [Fact]
    public void Of_CounterWithFewAnswers_IsHiddenAndSoIsTheOneThatWouldTell()
    {
        var answers = Enumerable.Range(0, 30).Select(number => Given(number < 3 ? Counter : Other, "4", "4"));

        var groups = ResultsCalculator.Of(Wave(answers)).Groups[GroupKind.Point];

        groups.ShouldAllBe(group => group.Figure.IsHidden);
    }

    [Fact]
    public void Of_FewerThanFive_ShowsNothing() =>
        ResultsCalculator.Of(Wave(Enumerable.Range(0, 4).Select(_ => Given(Counter, "5", "5")))).Lines.ShouldAllBe(line => line.Figure.IsHidden);

    [Fact]
    public void Of_NobodyAnswered_IsEmpty() => ResultsCalculator.Of(Wave([])).Whole.ShouldBeNull();

    [Fact]
    public void Of_DrawnSample_TakesWeightsAndUnitsIntoAccount()
    {
        var answers = Enumerable.Range(0, 40).Select(number => Given(Counter, number % 4 == 0 ? "1" : "5", "5") with
        {
            CodeId = Guid.NewGuid(), Stratum = "A", Cluster = (number / 10).ToString(CultureInfo.InvariantCulture), Weight = number % 4 == 0 ? 3 : 1,
        });

        var criterion = ResultsCalculator.Of(Wave(answers)).Lines.First(line => line.Node.Variable == "s_1").Figure;

        criterion.Share!.Value.ShouldBe(0.5, 1e-12);
        criterion.DesignEffect.ShouldNotBeNull();
    }

    [Fact]
    public void Write_Microdata_HasNoTextDeviceOrFormula()
    {
        var file = new MemoryStream();
        var answers = Enumerable.Range(0, 6).Select(_ => Given(Counter, "5", "4") with { Device = "dấu vết", Answers = new Dictionary<string, string> { ["viec"] = "2", ["s_1"] = "5", ["gop_y"] = "Anh Tú ở quầy 1" } });

        MicrodataFile.Write(Wave(answers), withLabels: true, file);

        var text = Encoding.UTF8.GetString(file.ToArray());
        text.ShouldContain("Nộp hoặc bổ sung hồ sơ");
        text.ShouldNotContain("Anh Tú");
        text.ShouldNotContain("dấu vết");
        text.ShouldNotContain(",=Quầy");
    }

    [Fact]
    public void WriteDocx_Results_OpensAndSaysHowManyAnswered()
    {
        var file = new MemoryStream();
        var ward = new Organisation { Code = "BM", Name = "Ủy ban nhân dân phường Bình Minh", ShortName = "Bình Minh", Place = "Bình Minh", Kind = OrganisationKind.Ward };

        ResultsPaper.WriteDocx(ResultsCalculator.Of(Wave(Enumerable.Range(0, 20).Select(_ => Given(Counter, "5", "4")))), ward, new DateOnly(2026, 4, 2), (_, name) => name, file);

        file.Position = 0;
        var text = string.Join(' ', DocumentReader.Read(file, "ket-qua.docx", ReadLimits.Default).Blocks.Select(block => block.ToString()));
        text.ShouldContain("20 lượt trả lời được tính");
    }

    private static WaveAnswers Wave(IEnumerable<GivenAnswer> answers)
    {
        var wave = new Wave(Asked, "Quý I/2026", new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), [CollectionChannel.Web]);
        return new WaveAnswers(wave, Asked, OneStop, "", [Counter, Other], [.. answers]);
    }

    private static GivenAnswer Given(CollectionPoint point, string first, string second) => new()
    {
        Id = Guid.NewGuid(), PointId = point.Id, Channel = CollectionChannel.Web, FinishedAt = new DateTimeOffset(2026, 2, 1, 3, 0, 0, TimeSpan.Zero),
        Answers = new Dictionary<string, string> { ["s_1"] = first, ["s_2"] = second },
    };
}
