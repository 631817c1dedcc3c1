using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Boards;

public sealed class BoardSearchTests : IAsyncLifetime
{
    private static readonly RowDeadline March = new(DeadlineKind.Fixed, "31/3/2026", new DateOnly(2026, 3, 31));
    private static readonly RowDeadline Event = new(DeadlineKind.Event, "Theo thông báo kết quả", null);
    private WorkingWard _ward = null!;

    public async Task InitializeAsync()
    {
        _ward = await CreateAsync();
        await _ward.AddIssuedAsync(
            Row(March, "Công khai danh sách hộ nghèo", parties: Lead(_ward.Culture)),
            Row(title: "Trách nhiệm giải trình", index: "SIPAS", parties: AllUnits()),
            Row(Event, "Khắc phục sau kiểm tra", "PAR", parties: [Lead(_ward.Economy), Cooperator(_ward.Culture)]),
            Row(March, "Giám sát đầu tư của cộng đồng", "PAR", parties: Lead(_ward.Front)));
        _ward.Clock.MoveTo(new DateOnly(2026, 4, 2));
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("BRD-04")]
    public async Task Find_WithoutFilter_CountsEveryStateAndPutsTheWorstFirst()
    {
        await ReportAsync(_ward.EconomyHead, "Khắc phục sau kiểm tra", ProgressState.Blocked, "Chờ ý kiến của tỉnh");

        var page = await FindAsync(new BoardFilter());

        page.Counts.ShouldBe(new BoardCounts(All: 4, Late: 1, Blocked: 1, Silent: 3, NotStarted: 2, InProgress: 0, Done: 0));
        page.Lines.Take(2).Select(line => line.Light).ShouldBe([Light.Late, Light.Blocked]);
        page.Lines.Single(line => line.Title == "Giám sát đầu tư của cộng đồng").Light.ShouldBe(Light.NotStarted, "partners are never late");
    }

    [Fact]
    [Requirement("BRD-04")]
    public async Task Find_ByUnitIndexStateDueAndWords_Narrows()
    {
        await ShouldFindAsync(new BoardFilter { Unit = _ward.Culture.Id }, "Công khai danh sách hộ nghèo", "Trách nhiệm giải trình");
        await ShouldFindAsync(new BoardFilter { Index = "PAR" }, "Khắc phục sau kiểm tra", "Giám sát đầu tư của cộng đồng");
        await ShouldFindAsync(new BoardFilter { State = BoardState.Late }, "Công khai danh sách hộ nghèo");
        await ShouldFindAsync(new BoardFilter { Due = DueWindow.Undated }, "Khắc phục sau kiểm tra");
        await ShouldFindAsync(new BoardFilter { Due = DueWindow.ThisMonth }, "Công khai danh sách hộ nghèo", "Giám sát đầu tư của cộng đồng");
        await ShouldFindAsync(new BoardFilter { Words = "HỘ NGHEO" }, "Công khai danh sách hộ nghèo");
        await ShouldFindAsync(new BoardFilter { Words = "khong co" });
    }

    [Fact]
    [Requirement("PLN-18", "BRD-04")]
    public async Task Find_ByPerson_ShowsWhatWasGivenToThem()
    {
        var lead = await _ward.ReadAsync(db => db.Assignments.SingleAsync(part => part.UnitId == _ward.Culture.Id && part.Duty == Duty.Lead
            && db.Tasks.Any(task => task.Id == part.TaskId && !task.IsForAllUnits)));
        await _ward.WithAsync((TaskAssigner assigner) => assigner.AssignAsync(_ward.CultureHead, lead.Id, _ward.CultureMember.PersonId, lead.Version));

        await ShouldFindAsync(new BoardFilter { Person = _ward.CultureMember.PersonId }, "Công khai danh sách hộ nghèo");
        (await FindAsync(new BoardFilter { Person = _ward.CultureMember.PersonId })).Lines.Single().People.ShouldBe("Ma Thị Dung");
    }

    [Fact]
    [Requirement("PLN-13")]
    public async Task Find_TaskForAllUnits_SaysWhoHasNotAnswered()
    {
        await ReportAsync(_ward.EconomyHead, "Trách nhiệm giải trình", ProgressState.Done);

        var line = (await FindAsync(new BoardFilter { Index = "SIPAS" })).Lines.Single();

        (line.UnitsAnswered, line.UnitsAsked, line.Light).ShouldBe((1, 3, Light.InProgress));
        line.Unanswered.ShouldBe("Phòng Văn hóa - Xã hội phường; Trung tâm Phục vụ hành chính công phường");
    }

    [Fact]
    public async Task Find_ByAMember_SeesTheOwnUnitsTasksOnly()
    {
        (await FindAsync(new BoardFilter(), _ward.OneStopHead)).Lines.Select(line => line.Title).ShouldBe(["Trách nhiệm giải trình"]);
        (await FindAsync(new BoardFilter { Unit = _ward.Culture.Id }, _ward.OneStopHead)).Lines.ShouldBeEmpty();
        (await FindAsync(new BoardFilter(), _ward.Viewer)).Found.ShouldBe(4);
    }

    [Fact]
    public async Task Find_FiveHundredTasks_PagesThemWithoutRepeating()
    {
        await _ward.AddIssuedAsync([.. Enumerable.Range(1, 120).Select(number => Row(title: $"Nhiệm vụ {number}", parties: Lead(_ward.Culture)))]);

        var pages = new List<BoardPage>();
        for (var number = 1; number <= 3; number++)
        {
            pages.Add(await _ward.WithAsync((BoardSearch board) => board.FindAsync(_ward.Focal, new BoardFilter(), number)));
        }

        pages.Select(page => page.Lines.Count).ShouldBe([50, 50, 24]);
        pages.SelectMany(page => page.Lines).Select(line => line.TaskId).Distinct().Count().ShouldBe(124);
        (await _ward.WithAsync((BoardSearch board) => board.FindAsync(_ward.Focal, new BoardFilter(), 99))).Page.ShouldBe(3);
    }

    [Fact]
    [Requirement("PLN-19")]
    public async Task MyWork_OfAHead_PutsTheLateFirstAndCooperationApart()
    {
        var work = await _ward.WithAsync((MyWork mine) => mine.FindAsync(_ward.CultureHead, MyWorkScope.Mine));

        work.Waiting.Select(card => card.Title).ShouldBe(["Công khai danh sách hộ nghèo", "Trách nhiệm giải trình"]);
        work.Waiting[0].Standing.Light.ShouldBe(Light.Late);
        work.Cooperation.Single().Title.ShouldBe("Khắc phục sau kiểm tra");
        work.Settled.ShouldBeEmpty();
    }

    [Fact]
    public async Task MyWork_GivenToAColleague_IsShownUnderTheUnitOnly()
    {
        var lead = await _ward.ReadAsync(db => db.Assignments.SingleAsync(part => part.UnitId == _ward.Culture.Id && part.Duty == Duty.Lead
            && db.Tasks.Any(task => task.Id == part.TaskId && !task.IsForAllUnits)));
        await _ward.WithAsync((TaskAssigner assigner) => assigner.AssignAsync(_ward.CultureHead, lead.Id, _ward.CultureMember.PersonId, lead.Version));

        (await _ward.WithAsync((MyWork mine) => mine.FindAsync(_ward.CultureHead, MyWorkScope.Mine))).Waiting.Count.ShouldBe(1);
        (await _ward.WithAsync((MyWork mine) => mine.FindAsync(_ward.CultureHead, MyWorkScope.Units))).Waiting.Count.ShouldBe(2);
        (await _ward.WithAsync((MyWork mine) => mine.FindAsync(_ward.CultureMember, MyWorkScope.Mine))).Waiting.Count(card => card.IsMine).ShouldBe(1);
    }

    private async Task ShouldFindAsync(BoardFilter filter, params string[] titles)
    {
        var page = await FindAsync(filter);
        page.Lines.Select(line => line.Title).ShouldBe(titles, ignoreOrder: true);
        page.Found.ShouldBe(titles.Length);
    }

    private Task<BoardPage> FindAsync(BoardFilter filter, Actor? actor = null) => _ward.WithAsync((BoardSearch board) => board.FindAsync(actor ?? _ward.Focal, filter));

    private async Task ReportAsync(Actor actor, string title, ProgressState state, string? note = null)
    {
        var unit = actor.UnitIds.Single();
        var standing = await _ward.ReadAsync(db => Standing.On(db, _ward.Clock.Today())
            .SingleAsync(standing => standing.UnitId == unit && db.Tasks.Any(task => task.Id == standing.TaskId && task.Row.Title == title)));
        var result = await _ward.WithAsync((ProgressReporter reporter) => reporter.ReportAsync(actor, new ProgressReport { OccurrenceId = standing.OccurrenceId, SeenVersion = 1, State = state, Note = note }));
        result.Outcome.ShouldBe(ReportOutcome.Taken);
    }
}
