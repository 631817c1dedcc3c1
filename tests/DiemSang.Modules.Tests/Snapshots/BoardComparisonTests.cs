using DiemSang.Modules.Plans;
using DiemSang.Modules.Snapshots;

namespace DiemSang.Modules.Tests.Snapshots;

public sealed class BoardComparisonTests
{
    private static readonly Guid Task = Guid.NewGuid();

    [Theory]
    [InlineData(Light.InProgress, Light.Late, Movement.NewlyLate)]
    [InlineData(Light.Late, Light.Done, Movement.NewlyDone)]
    [InlineData(Light.InProgress, Light.Blocked, Movement.NewlyBlocked)]
    [InlineData(Light.Done, Light.NotStarted, Movement.Reopened)]
    [InlineData(Light.Late, Light.InProgress, Movement.Freed)]
    [InlineData(Light.NotStarted, Light.InProgress, Movement.Started)]
    public void Between_TwoLights_NamesTheMovement(Light before, Light after, Movement expected) =>
        BoardComparison.Between([Line(before)], [Line(after)]).Single().Movement.ShouldBe(expected);

    [Fact]
    public void Between_SameLight_CountsPercentOnly()
    {
        BoardComparison.Between([Line(Light.InProgress, 20)], [Line(Light.InProgress, 60)]).Single().Movement.ShouldBe(Movement.Advanced);
        BoardComparison.Between([Line(Light.InProgress, 60)], [Line(Light.InProgress, 60)]).ShouldBeEmpty();
    }

    [Fact]
    public void Between_TasksAddedAndGone_ListsBoth()
    {
        BoardComparison.Between([], [Line(Light.NotStarted)]).Single().Movement.ShouldBe(Movement.Added);
        BoardComparison.Between([Line(Light.NotStarted)], []).Single().Movement.ShouldBe(Movement.Gone);
    }

    private static SnapshotLine Line(Light light, int? percent = null) => new()
    {
        TaskId = Task, Title = "Cơ hội tham gia", DeadlineText = "31/12 hằng năm", Leads = "Phòng VH-XH", Light = light, IsBlocked = light == Light.Blocked, Percent = percent,
    };
}
