using DiemSang.Core.Statistics;
using DiemSang.Core.Statistics.Sampling;

namespace DiemSang.Core.Tests.Statistics.Sampling;

public sealed class SampleDrawTests
{
    [Theory]
    [InlineData("2026", "A|H1", 0.5640022075643415)]
    [InlineData("xã Minh Hòa 01/03/2026", "Thôn Đông|start", 0.9121577822395368)]
    public void For_Key_EqualsSha256ComputedElsewhere(string seed, string key, double expected) =>
        // python3: int(hashlib.sha256(f"{seed}|{key}".encode()).hexdigest()[:16], 16) >> 11, divided by 2**53
        new SeededNumbers(seed).For(key).ShouldBe(expected);

    [Theory]
    [InlineData(SelectionMethod.Random)]
    [InlineData(SelectionMethod.Systematic)]
    [InlineData(SelectionMethod.Pps)]
    public void Draw_SameSeed_GivesTheSameSample(SelectionMethod method)
    {
        var first = Draw("seed", method);
        first.ShouldBe(Draw("seed", method));
        first.Count.ShouldBe(20);
        first.ShouldNotBe(Draw("other seed", method));
    }

    [Fact]
    public void Draw_RandomFromShuffledFrame_GivesTheSamePeople()
    {
        var plan = Plan("seed", SelectionMethod.Random, 20);
        var straight = SampleDraw.Draw(Frame(200), plan).Select(unit => unit.Unit.Id);
        SampleDraw.Draw([.. Frame(200).Reverse()], plan).Select(unit => unit.Unit.Id).ShouldBe(straight);
    }

    [Fact]
    public void Draw_Systematic_SpreadsOverTheList()
    {
        var places = SampleDraw.Draw(Frame(200), Plan("seed", SelectionMethod.Systematic, 20)).Select(unit => int.Parse(unit.Unit.Id[1..])).ToList();
        places.Zip(places.Skip(1), (a, b) => b - a).ShouldAllBe(step => step == 10);
    }

    [Fact]
    public void Draw_PpsUnitLargerThanStep_IsCertain()
    {
        FrameUnit[] frame = [new("big", "", [], 500), .. Enumerable.Range(1, 50).Select(i => new FrameUnit($"s{i}", "", [], 10))];
        var sample = SampleDraw.Draw(frame, Plan("seed", SelectionMethod.Pps, 6));
        sample.Single(unit => unit.Unit.Id == "big").Probability.ShouldBe(1);
        sample.Where(unit => unit.Unit.Id != "big").ShouldAllBe(unit => Math.Abs(unit.Probability - 0.1) < 1e-12);
        sample.Count.ShouldBe(6);
    }

    [Fact]
    public void Draw_PpsWeights_AddUpToTheSizes()
    {
        FrameUnit[] frame = [.. Enumerable.Range(1, 40).Select(i => new FrameUnit($"s{i}", "", [], i))];
        SampleDraw.Draw(frame, Plan("seed", SelectionMethod.Pps, 8)).Sum(unit => unit.Weight * unit.Unit.Size).ShouldBe(frame.Sum(unit => unit.Size), 1e-9);
    }

    [Fact]
    public void Draw_Reserves_AreOthersAndMarked()
    {
        var sample = SampleDraw.Draw(Frame(30), Plan("seed", SelectionMethod.Random, 10, reserve: 5));
        sample.Count(unit => unit.IsReserve).ShouldBe(5);
        sample.Select(unit => unit.Unit.Id).ShouldBeUnique();
        sample.Select(unit => unit.Order).ShouldBe(Enumerable.Range(1, 15));
    }

    [Fact]
    public void Draw_MultiStage_MultipliesProbabilities()
    {
        FrameUnit[] frame =
        [
            .. from stratum in new[] { "xã", "phường" }
               from hamlet in Enumerable.Range(1, 10)
               from household in Enumerable.Range(1, 50)
               select new FrameUnit($"{stratum}-{hamlet}-{household}", stratum, [$"{stratum}-{hamlet}"]),
        ];
        var plan = new SamplePlan(
            "seed",
            new Dictionary<string, int> { ["xã"] = 3, ["phường"] = 2 },
            [new(SelectionMethod.Pps, 0), new(SelectionMethod.Systematic, 8)]);
        var sample = SampleDraw.Draw(frame, plan);
        sample.Count.ShouldBe(5 * 8);
        sample.Where(unit => unit.Unit.Stratum == "xã").ShouldAllBe(unit => Math.Abs(unit.Probability - (0.3 * 8 / 50)) < 1e-12);
        sample.Sum(unit => unit.Weight).ShouldBe(1000, 1e-9);
    }

    [Fact]
    public void Draw_ManySeeds_PicksEveryoneEquallyOften()
    {
        var hits = Enumerable.Range(0, 2000).SelectMany(seed => SampleDraw.Draw(Frame(10), Plan($"s{seed}", SelectionMethod.Random, 3)))
            .CountBy(unit => unit.Unit.Id).ToDictionary();
        // 600 expected each, standard deviation 20.
        hits.Values.ShouldAllBe(count => count > 500 && count < 700);
    }

    [Fact]
    public void Draw_DoubleId_IsRefused() =>
        Should.Throw<SurveyDataException>(() => SampleDraw.Draw([new("a", "", []), new("a", "", [])], Plan("s", SelectionMethod.Random, 1)));

    private static IReadOnlyList<DrawnUnit> Draw(string seed, SelectionMethod method) => SampleDraw.Draw(Frame(200), Plan(seed, method, 20));

    private static SamplePlan Plan(string seed, SelectionMethod method, int take, int reserve = 0) =>
        new(seed, new Dictionary<string, int> { [""] = take }, [new StagePlan(method, 0, reserve)]);

    private static FrameUnit[] Frame(int size) => [.. Enumerable.Range(1, size).Select(i => new FrameUnit($"H{i}", "", None, 1 + (i % 7)))];

    private static readonly string[] None = [];
}
