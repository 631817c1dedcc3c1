using System.Globalization;
using System.Text;
using DiemSang.Core.Statistics;
using DiemSang.Core.Surveys;
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

        var groups = ResultsCalculator.Of(Wave(answers)).Groups[GroupKind.Counter];

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

        var criterion = ResultsCalculator.Of(Wave(answers) with { Strata = [Stratum("A", issued: 40, answered: 40, weight: 60)] }).Lines.First(line => line.Node.Variable == "s_1").Figure;

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

        ResultsPaper.WriteDocx(ResultsCalculator.Of(Wave(Enumerable.Range(0, 20).Select(_ => Given(Counter, "5", "4")))), [], ward, new DateOnly(2026, 4, 2), new GroupNames(kind => $"{kind}", (_, group) => group.Name), file);

        file.Position = 0;
        var text = string.Join(' ', DocumentReader.Read(file, "ket-qua.docx", ReadLimits.Default).Blocks.Select(block => block.ToString()));
        text.ShouldContain("20 lượt trả lời được tính");
    }

    [Fact]
    public void Of_MorePointsThanAPageHolds_SplitsTheirChart()
    {
        var points = Enumerable.Range(1, 30).Select(number => new CollectionPoint(Asked, PointKind.Hamlet, $"Thôn {number}")).ToList();
        var wave = Wave(points.SelectMany(point => Enumerable.Range(0, 8).Select(_ => Given(point, "5", "4")))) with { Points = points };

        var charts = ResultsSheet.Of(ResultsCalculator.Of(wave), [], new GroupNames(kind => $"{kind}", (_, group) => group.Name))[0].Charts.Where(chart => chart.Title.Contains(", phần ")).ToList();

        charts.Select(chart => chart.Bars.Count).ShouldBe([24, 6]);
        charts[1].Title.ShouldEndWith("phần 2/2");
        charts.ShouldAllBe(chart => chart.Note!.Contains("phiên bản") && chart.HeightCm < 25);
    }

    [Fact]
    public void Of_SampleWithSilentPeople_LetsThoseWhoAnsweredStandForTheirStratum()
    {
        // Stratum A: 10 of 20 answered, all content; B: 20 of 20, none content. Unadjusted 1/3, adjusted 1/2.
        var answers = Enumerable.Range(0, 30).Select(number => Given(Counter, number < 10 ? "5" : "1", number < 10 ? "5" : "1") with { CodeId = Guid.NewGuid(), Stratum = number < 10 ? "A" : "B", Weight = 10 })
            .Append(Given(Counter, "5", "5"));
        var wave = Wave(answers) with { Strata = [Stratum("A", 20, 10, 200), Stratum("B", 20, 20, 200)] };

        var adjusted = ResultsCalculator.Of(wave);

        adjusted.Whole!.Share!.Value.ShouldBe(0.5, 1e-12);
        (adjusted.Counted, adjusted.Estimated, adjusted.ResponseRate).ShouldBe((31, 30, 0.75));
        adjusted.Notes.Select(note => note.ToString()).ShouldContain("1 phiếu không có mã của mẫu không vào ước lượng.");
        ResultsCalculator.Of(wave with { Setting = new ResultSetting { AdjustsNonResponse = false } }).Whole!.Share!.Value.ShouldBe(1.0 / 3, 1e-12);
    }

    [Fact]
    public void Of_KnownPopulation_WeighsGroupsByItAndSaysSo()
    {
        var answers = Enumerable.Range(0, 40).Select(number => Given(number < 10 ? Counter : Other, number < 10 ? "5" : "1", number < 10 ? "5" : "1"));
        var setting = new ResultSetting { Population = "variable,level,total\ndiem_thu,'=Quầy 1,500\ndiem_thu,Quầy 2,500", PopulationSource = "Sổ hộ khẩu 2026" };

        var results = ResultsCalculator.Of(Wave(answers) with { Setting = setting });

        results.Whole!.Share!.Value.ShouldBe(0.5, 1e-12);
        results.Notes.ShouldContain(note => note.ToString().StartsWith("Hậu phân tầng theo diem_thu; số dân: Sổ hộ khẩu 2026"));
    }

    [Fact]
    public void Of_LonelyStratumWithRuleFail_SaysWhatToDoInsteadOfFigures()
    {
        var answers = Enumerable.Range(0, 12).Select(number => Given(Counter, "5", "5") with { CodeId = Guid.NewGuid(), Stratum = "A", Cluster = "một", Weight = 2 });
        var wave = Wave(answers) with { Strata = [Stratum("A", 12, 12, 24)], Setting = new ResultSetting { Lonely = LonelyPsu.Fail } };

        ResultsCalculator.Of(wave).Trouble!.ShouldContain("chỉ có một đơn vị mẫu");
    }

    [Fact]
    [Requirement("SVY-12")]
    public void Of_CodesThatKnowTheDossier_ComparesOnTimeWithLate()
    {
        var answers = Enumerable.Range(0, 40).Select(number => Given(Counter, number < 20 ? "5" : "2", number < 20 ? "5" : "2") with { CodeId = Guid.NewGuid(), WasOnTime = number < 20 });

        var groups = ResultsCalculator.Of(Wave(answers) with { Strata = [Stratum("", 40, 40, 40)] }).Groups[GroupKind.OnTime];

        groups.Single(group => group.Code == ResultsCalculator.OnTime).Figure.Share.ShouldBe(1);
        groups.Single(group => group.Code == ResultsCalculator.Late).Figure.Share.ShouldBe(0);
    }

    [Fact]
    public void By_QuestionWithChoices_ComparesTheWholeOverThem()
    {
        var answers = Enumerable.Range(0, 40).Select(number => Given(Counter, number < 20 ? "5" : "2", "4") with { Answers = new Dictionary<string, string> { ["viec"] = number < 20 ? "1" : "2", ["s_1"] = number < 20 ? "5" : "2" } });

        var groups = ResultsCalculator.By(ResultsCalculator.Of(Wave(answers)), "viec");

        groups.Select(group => group.Figure.Share).ShouldBe([1, 0], ignoreOrder: true);
        ResultsCalculator.By(ResultsCalculator.Of(Wave(answers)), "khong_co").ShouldBeEmpty();
    }

    private static StratumOutcome Stratum(string name, int issued, int answered, double weight) => new(name, new ResponseRate(issued, answered, 0, 0)) { DrawnWeight = weight };

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
