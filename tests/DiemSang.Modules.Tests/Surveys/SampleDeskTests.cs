using System.Text;
using DiemSang.Core.Statistics.Sampling;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Results;
using DiemSang.Modules.Surveys.Sampling;
using DiemSang.Tests;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Tests.Surveys;

public sealed class SampleDeskTests : IAsyncLifetime
{
    private static readonly byte[] Households = Encoding.UTF8.GetBytes("ma_ho;thon;ngay;hen\n" + string.Concat(
        Enumerable.Range(1, 100).Select(number => $"H{number:000};{(number <= 70 ? "Đông" : "Tây")};{1 + (number % 28)}/02/2026;{(number % 4 == 0 ? "trễ hẹn" : "đúng hẹn")}\n")));
    private static readonly FrameColumns Columns = new("ma_ho", "thon", [], null) { OnTime = "hen" };
    private static readonly SampleOrder Twenty = new() { Seed = "hội nghị 12/02", Take = 20, Reserve = 3 };

    private AskedWard _ward = null!;

    public async Task InitializeAsync() => _ward = await AskedWard.CreateAsync();

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    public async Task Draw_Frame_KeepsAllThatAnyoneNeedsToDrawItAgain()
    {
        var sample = await DrawAsync(Twenty);

        var again = SampleDraw.Draw(Columns.Read(FrameFile.Read(Households, "ho.csv")), sample.Plan);
        sample.Units.Select(unit => unit.Reference).ShouldBe(again.Select(drawn => drawn.Unit.Id));
        sample.Command.ShouldBe("./diemsang survey sample --frame ho.csv --id ma_ho --strata thon --take 20 --method random --reserve 3 --seed 'hội nghị 12/02'");
        sample.FrameHash.Length.ShouldBe(64);
        sample.Available.ShouldBe(new Dictionary<string, int> { ["Đông"] = 70, ["Tây"] = 30 }, ignoreOrder: true);
        sample.Units.Where(unit => !unit.IsReserve).Sum(unit => unit.Weight).ShouldBe(100, 1e-9);
    }

    [Fact]
    public async Task Draw_DossiersOfAPeriod_LeavesTheOthersOutOfTheFrame()
    {
        var sample = await DrawAsync(Twenty with { Take = 5 }, Columns with { Day = "ngay", From = new DateOnly(2026, 2, 1), To = new DateOnly(2026, 2, 7) });

        sample.FrameSize.ShouldBe(Enumerable.Range(1, 100).Count(number => 1 + (number % 28) <= 7));
        sample.Command.ShouldContain("--day ngay --from 2026-02-01 --to 2026-02-07");
    }

    [Fact]
    public async Task Draw_MarginPerStratum_HoldsInEachOfThem()
    {
        var sample = await DrawAsync(new SampleOrder { Seed = "1", Margin = 0.1, IsYamane = true, IsPerStratum = true });

        sample.Plan.FirstStage.ShouldBe(new Dictionary<string, int> { ["Đông"] = SampleSize.Yamane(70, 0.1), ["Tây"] = SampleSize.Yamane(30, 0.1) }, ignoreOrder: true);
    }

    [Fact]
    [Requirement("SVY-11", "SVY-12")]
    public async Task IssueCodes_DrawnSample_CarriesStrataAndWeightsIntoTheResults()
    {
        var sample = await DrawAsync(Twenty);
        (await IssueAsync(sample)).Count.ShouldBe(20);
        var codes = await CodesAsync();
        codes.Count(code => code.WasOnTime == false).ShouldBe(sample.Units.Count(unit => !unit.IsReserve && unit.WasOnTime == false));
        await _ward.AnswerAsync(_ward.Counter, 15, content: 9, (number, given) => given with { CodeId = codes[number].Id });
        await NoteAsync(sample, sample.Units.First(unit => !unit.IsReserve), UnitOutcome.Ineligible);

        var results = await _ward.WithAsync((ResultsReader reader) => reader.ReadAsync(_ward.Focal, _ward.WaveId));

        results!.ResponseRate.ShouldBe(15 / 19.0);
        results.Source.Strata.Sum(stratum => stratum.EligibleWeight).ShouldBe(95, 0.5);
        results.Source.Strata.ShouldAllBe(stratum => stratum.Population != null);
        results.Notes.ShouldContain(note => note.ToString().Contains("tổng thể hữu hạn"));
    }

    [Fact]
    public async Task IssueCodes_ReservesOneByOneAndAnotherSample_OnlyAsCalled()
    {
        var sample = await DrawAsync(Twenty);
        await IssueAsync(sample);

        (await IssueAsync(sample)).ShouldBeEmpty("all have a code");
        (await IssueAsync(sample, ("Tây", 2))).Select(code => code.Reference).ShouldBe(sample.Units.Where(unit => unit is { IsReserve: true, Stratum: "Tây" }).Take(2).Select(unit => unit.Reference));
        (await CodesAsync()).Count.ShouldBe(22);
        var other = await DrawAsync(Twenty with { Seed = "khác" });
        (await _ward.WithAsync(async (SampleDesk desk) => await desk.IssueCodesAsync(_ward.Focal, await _ward.WaveAsync(), await FindAsync(desk, other), new Dictionary<string, int>()))).ShouldBeNull();
    }

    [Fact]
    public async Task Note_UnitChangedByAnother_KeepsTheirs()
    {
        var sample = await DrawAsync(Twenty);
        var unit = sample.Units[0];
        (await NoteAsync(sample, unit, UnitOutcome.Refused)).ShouldBeEmpty();

        (await NoteAsync(sample, unit, UnitOutcome.NotReached, seen: unit.Version)).ShouldBe([unit.Reference]);
    }

    private Task<Sample> DrawAsync(SampleOrder order, FrameColumns? columns = null) => _ward.WithAsync(async (SampleDesk desk) =>
        await desk.DrawAsync(_ward.Focal, await _ward.WaveAsync(), new UploadedFrame("ho.csv", Households, columns ?? Columns), order));

    private Task<IReadOnlyList<Modules.Surveys.Codes.IssuedCode>> IssueAsync(Sample sample, params (string Stratum, int Reserves)[] called) => _ward.WithAsync(async (SampleDesk desk) =>
        (await desk.IssueCodesAsync(_ward.Focal, await _ward.WaveAsync(), await FindAsync(desk, sample), called.ToDictionary(one => one.Stratum, one => one.Reserves)))!);

    private Task<IReadOnlyList<string>> NoteAsync(Sample sample, SampleUnit unit, UnitOutcome outcome, int? seen = null) => _ward.WithAsync(async (SampleDesk desk) =>
    {
        var found = await FindAsync(desk, sample);
        return await desk.NoteAsync(_ward.Focal, found, [new UnitNote(unit.Id, seen ?? found.Units.First(one => one.Id == unit.Id).Version, outcome)]);
    });

    private async Task<Sample> FindAsync(SampleDesk desk, Sample sample) => (await desk.OfAsync(await _ward.WaveAsync())).Single(one => one.Id == sample.Id);

    private Task<List<AccessCode>> CodesAsync() => _ward.WithAsync((DiemSangDbContext db) => db.Set<AccessCode>().Where(code => code.WaveId == _ward.WaveId).OrderBy(code => code.Id).ToListAsync());
}
