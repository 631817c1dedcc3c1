using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Boards;

/// <summary>The traffic light is computed, never chosen; each test is a sentence of its rule.</summary>
public sealed class StandingTests : IAsyncLifetime
{
    private static readonly RowDeadline Continuous = new(DeadlineKind.Continuous, "Thường xuyên", null);
    private static readonly RowDeadline Yearly = new(DeadlineKind.Yearly, "15/6 hằng năm", null) { Month = 6, Day = 15 };
    private WorkingWard _ward = null!;

    public async Task InitializeAsync() => _ward = await CreateAsync();

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    public async Task Standing_OnTheLastGoodDay_IsNotLateAndTheNextDayIs()
    {
        await IssueAsync(Yearly, Lead(_ward.Culture));

        (await OnAsync(new(2026, 6, 15))).Light.ShouldBe(Light.NotStarted);
        var late = await OnAsync(new(2026, 6, 16));
        (late.Light, late.LateSince).ShouldBe((Light.Late, new DateOnly(2026, 6, 15)));
    }

    [Fact]
    public async Task Standing_PartnerPastTheDay_IsNeverLate()
    {
        await IssueAsync(Yearly, Lead(_ward.Front));

        (await OnAsync(new(2026, 12, 1))).Light.ShouldBe(Light.NotStarted);
    }

    [Fact]
    public async Task Standing_DoneThisYear_ReopensNextYear()
    {
        await IssueAsync(Yearly, Lead(_ward.Culture));
        await ReportAsync(_ward.CultureHead, new(2026, 3, 1), ProgressState.Done);
        (await OnAsync(new(2026, 7, 1))).Light.ShouldBe(Light.Done);

        await TopUpAsync(new(2027, 1, 1));

        (await OnAsync(new(2027, 1, 2))).Light.ShouldBe(Light.NotStarted);
    }

    [Fact]
    public async Task Standing_LastYearsDutyUndone_StaysBeforeThisYears()
    {
        await IssueAsync(Yearly, Lead(_ward.Culture));
        await TopUpAsync(new(2027, 1, 1));

        var standing = await OnAsync(new(2027, 2, 1));

        (standing.Light, standing.DueOn).ShouldBe((Light.Late, new DateOnly(2026, 6, 15)));
    }

    [Fact]
    public async Task Standing_ContinuousWorkAnsweredOnce_StaysInProgressNextMonth()
    {
        await IssueAsync(Continuous, Lead(_ward.Culture));
        await ReportAsync(_ward.CultureHead, new(2026, 2, 10), ProgressState.InProgress);

        var standing = await OnAsync(new(2026, 3, 5));

        (standing.Light, standing.AnsweredAt, standing.FromDate).ShouldBe((Light.InProgress, (DateTimeOffset?)null, new DateOnly(2026, 3, 1)));
    }

    [Fact]
    public async Task Standing_ObstacleOfLastMonth_DoesNotGoAwayByItself()
    {
        await IssueAsync(Continuous, Lead(_ward.Culture));
        await ReportAsync(_ward.CultureHead, new(2026, 2, 10), ProgressState.Blocked, "Chưa có kinh phí");

        (await OnAsync(new(2026, 3, 5))).Light.ShouldBe(Light.Blocked);
    }

    [Fact]
    public async Task Standing_CheckInsMissed_AreLateUntilOneAnswerClosesThemAll()
    {
        await IssueAsync(Continuous, Lead(_ward.Culture));

        var missed = await OnAsync(new(2026, 5, 4));
        (missed.Light, missed.LateSince, missed.Missed).ShouldBe((Light.Late, new DateOnly(2026, 2, 28), 3));

        await ReportAsync(_ward.CultureHead, new(2026, 5, 4), ProgressState.InProgress);
        var answered = await OnAsync(new(2026, 5, 5));
        (answered.Light, answered.Missed).ShouldBe((Light.InProgress, 0));
    }

    [Fact]
    public async Task Standing_ThirtyDaysWithoutAWord_IsSilent()
    {
        await IssueAsync(Yearly, Lead(_ward.Culture));

        (await OnAsync(new(2026, 2, 18))).IsSilent.ShouldBeFalse();
        (await OnAsync(new(2026, 2, 19))).IsSilent.ShouldBeTrue();
        await ReportAsync(_ward.CultureHead, new(2026, 2, 19), ProgressState.InProgress);
        (await OnAsync(new(2026, 3, 20))).IsSilent.ShouldBeFalse();
        (await OnAsync(new(2026, 3, 21))).IsSilent.ShouldBeTrue();
    }

    [Fact]
    [Requirement("PLN-16")]
    public async Task Standing_EventWithoutItsDocument_HasNoDay()
    {
        await IssueAsync(new RowDeadline(DeadlineKind.Event, "Theo thông báo kết quả", null), Lead(_ward.Culture));

        var standing = await OnAsync(new(2029, 1, 1));

        (standing.Light, standing.DueOn).ShouldBe((Light.NotStarted, (DateOnly?)null));
    }

    private Task<Plan> IssueAsync(RowDeadline deadline, params Party[] parties) => _ward.AddIssuedAsync(Row(deadline, parties: parties));

    private Task<Standing> OnAsync(DateOnly day) => _ward.ReadAsync(db => Standing.On(db, day).SingleAsync());

    private async Task ReportAsync(Actor actor, DateOnly day, ProgressState state, string? note = null)
    {
        _ward.Clock.MoveTo(day);
        var standing = await OnAsync(_ward.Clock.Today());
        var result = await _ward.WithAsync((ProgressReporter reporter) => reporter.ReportAsync(actor, new ProgressReport { OccurrenceId = standing.OccurrenceId, SeenVersion = 1, State = state, Note = note }));
        result.Outcome.ShouldBe(ReportOutcome.Taken);
    }

    private async Task TopUpAsync(DateOnly day)
    {
        _ward.Clock.MoveTo(day);
        await _ward.WithAsync((OccurrenceTopUp topUp) => topUp.RunAsync());
    }
}
