using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Aiming;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Aiming;

public sealed class ContentAimsTests : IAsyncLifetime
{
    private WorkingWard _ward = null!;

    public async Task InitializeAsync() => _ward = await CreateAsync();

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("PLN-22", "BRD-04")]
    public async Task Set_AnIssuedPlan_IsReadOnTheBoardAndRefusesTheSecondEditor()
    {
        var plan = await _ward.AddIssuedAsync(Row(index: "PAPI", parties: Lead(_ward.Culture)), Row(index: "SIPAS", parties: Lead(_ward.Economy)));

        (await SetAsync(plan, new ChosenAim("PAPI", "", Aim.Improve, 0))).ShouldBe(EditStatus.Saved);
        (await SetAsync(plan, new ChosenAim("PAPI", "", Aim.Raise, 0))).ShouldBe(EditStatus.Conflict, "chosen on what was shown before");
        (await SetAsync(plan, new ChosenAim("SIPAS", "", Aim.Keep, 0), new ChosenAim("PAPI", "", Aim.Improve, 0))).ShouldBe(EditStatus.Saved, "what stays the same is no edit");

        var board = await _ward.WithAsync((BoardSearch search) => search.FindAsync(_ward.Leader, new BoardFilter { Aim = Aim.Improve }));
        board.Lines.Single().IndexCode.ShouldBe("PAPI");
        (await _ward.WithAsync((ContentAims aims) => aims.OfTasksAsync(_ward.Leader))).Values.ShouldBe([Aim.Improve, Aim.Keep], ignoreOrder: true);
        (await SetAsync(plan, new ChosenAim("PAPI", "", null, 1))).ShouldBe(EditStatus.Saved);
        (await _ward.WithAsync((ContentAims aims) => aims.OfTasksAsync(_ward.Leader))).Values.ShouldBe([Aim.Keep]);
    }

    private Task<EditStatus> SetAsync(Plan plan, params ChosenAim[] choices) => _ward.WithAsync((ContentAims aims) => aims.SetAsync(_ward.Focal, plan.Id, choices));
}
