using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Tests.Plans.Reviewing;

public sealed class ReviewTests : IAsyncLifetime
{
    private WorkingWard _ward = null!;
    private Guid _plan;

    public async Task InitializeAsync()
    {
        _ward = await WorkingWard.CreateAsync();
        _plan = (await _ward.ImportAsync(PlanFiles.Demo)).Id;
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("PLN-14")]
    public async Task Review_LeadErased_IsFlaggedOnThatRow()
    {
        var row = (await _ward.ReviewAsync(_plan)).Rows[3];
        await _ward.WithAsync((RowEditor editor) => editor.EditAsync(_ward.Focal, _plan, row.Id, row.Version, PlanDrafts.ToDraftRow(row, party => party.PrintedName) with { Leads = [] }));

        var review = await _ward.ReviewAsync(_plan);

        review.RowWarnings[row.Id].Select(warning => warning.Code).ShouldContain("row.noLead");
    }

    [Fact]
    public async Task Choose_UnitForAName_PlacesItEverywhereAndRemembers()
    {
        var unplaced = await _ward.WithAsync((UnitChoices choices) => choices.UnplacedAsync(_ward.Focal, _plan));
        var office = unplaced.Single(name => name.Name == "Văn phòng HĐND và UBND phường");
        var unit = (await _ward.WithAsync((UnitChoices choices) => choices.AddUnitAsync(_ward.Focal, "Văn phòng Ủy ban phường", "Văn phòng", UnitKind.Office)))!;

        await _ward.WithAsync((UnitChoices choices) => choices.ChooseAsync(_ward.Focal, _plan, [new UnitChoice(office.Name, unit.Id, IsAllUnits: false, Remember: true)]));

        (await _ward.WithAsync((UnitChoices choices) => choices.UnplacedAsync(_ward.Focal, _plan))).ShouldNotContain(name => name.Name == office.Name);
        (await _ward.ReadAsync(db => db.UnitNames.SingleAsync(name => name.UnitId == unit.Id))).Kind.ShouldBe(UnitNameKind.Wording);
        (await _ward.WithAsync((UnitDirectory units) => units.MatcherAsync(_ward.Organisation.Id))).Find(office.Name).ShouldBe(unit.Id);
    }

    [Fact]
    public async Task AddUnit_NameThatExists_GivesTheExistingOne()
    {
        var unit = await _ward.WithAsync((UnitChoices choices) => choices.AddUnitAsync(_ward.Focal, "phòng văn hóa - xã hội PHƯỜNG", "x", UnitKind.Division));

        unit!.Id.ShouldBe(_ward.Culture.Id);
    }

    [Fact]
    public async Task EditHeader_SecondEditor_IsRefused()
    {
        var plan = (await _ward.ReviewAsync(_plan)).Plan;
        var text = new HeaderText { Title = "Tên một", Period = new(2026, 2027), Indices = ["PAPI"] };

        (await _ward.WithAsync((HeaderEditor editor) => editor.EditAsync(_ward.Focal, _plan, plan.Version, text))).ShouldBe(EditStatus.Saved);
        (await _ward.WithAsync((HeaderEditor editor) => editor.EditAsync(_ward.Focal, _plan, plan.Version, text with { Title = "Tên hai" }))).ShouldBe(EditStatus.Conflict);
        (await _ward.ReviewAsync(_plan)).Plan.Title.ShouldBe("Tên một");
    }

    [Fact]
    public async Task ConfirmIdentity_OcrPlan_IsConfirmedWithWhatThePersonRead()
    {
        await _ward.Database.ExecuteAsOwnerAsync("update plans.plan set is_ocr = true, identity_confirmed = false");
        var plan = (await _ward.ReviewAsync(_plan)).Plan;

        await _ward.WithAsync((HeaderEditor editor) => editor.ConfirmIdentityAsync(_ward.Focal, _plan, plan.Version, "111", "KH-UBND", new DateOnly(2026, 6, 24)));

        plan = (await _ward.ReviewAsync(_plan)).Plan;
        plan.IdentityConfirmed.ShouldBeTrue();
        plan.Number.ShouldBe("111");
    }

    [Fact]
    [Requirement("PLN-06")]
    public async Task SetTargets_OneAdded_KeepsTheOthersIdentity()
    {
        var plan = (await _ward.ReviewAsync(_plan)).Plan;
        var targets = plan.Targets.OrderBy(target => target.Position).Select(target => target.ToTarget()).ToList();
        targets.Count.ShouldBeGreaterThan(0);

        await _ward.WithAsync((HeaderEditor editor) => editor.SetTargetsAsync(
            _ward.Focal, _plan, plan.Version, [.. targets, new PlanTarget("PAPI", null, TargetKind.TopN, 10, null, "hạng", "Trong 10 phường dẫn đầu")]));

        var after = (await _ward.ReviewAsync(_plan)).Plan.Targets;
        after.Count.ShouldBe(targets.Count + 1);
        plan.Targets.Select(target => target.Id).ShouldBeSubsetOf(after.Select(target => target.Id));
    }

    [Fact]
    public async Task Blank_PlanTypedIn_BeginsWithTheOrganisationsOwnHead()
    {
        var plan = await _ward.WithAsync((PlanCreation creation) => creation.BlankAsync(_ward.Focal, "Kế hoạch mới", new(2026, 2026), ["SIPAS"]));

        var review = await _ward.ReviewAsync(plan!.Id);
        review.Plan.Issuer.ShouldBe(_ward.Organisation.Name);
        review.Rows.ShouldBeEmpty();
        review.Import.ShouldBeNull();
    }

    public static TheoryData<Role> Refused => [Role.Head, Role.Deputy, Role.Member, Role.Viewer];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Rights_RoleWithoutPlans_FindsNoDraftAndMayChangeNothing(Role role)
    {
        var somebody = await _ward.HireAsync("Người khác", role, Appointment.IsOrganisationWide(role) ? null : _ward.Culture);
        var review = await _ward.ReviewAsync(_plan);
        var row = review.Rows[0];

        (await _ward.WithAsync((PlanReview plans) => plans.FindAsync(somebody, _plan))).ShouldBeNull();
        (await _ward.WithAsync((PlanSearch plans) => plans.ListAsync(somebody))).ShouldBeEmpty();
        (await _ward.WithAsync((RowEditor editor) => editor.WithdrawAsync(somebody, _plan, row.Id, row.Version))).Status.ShouldBe(EditStatus.NotFound);
        (await _ward.WithAsync((RowEditor editor) => editor.AddAsync(somebody, _plan, null, new PlanDraftRow { Title = "x" }))).Status.ShouldBe(EditStatus.NotFound);
        (await _ward.WithAsync((HeaderEditor editor) => editor.WithdrawAsync(somebody, _plan, review.Plan.Version, null))).ShouldBe(EditStatus.NotFound);
        (await _ward.WithAsync((UnitChoices choices) => choices.ChooseAsync(somebody, _plan, []))).ShouldBe(EditStatus.NotFound);
        (await _ward.WithAsync((UnitChoices choices) => choices.AddUnitAsync(somebody, "Phòng mới", "PM", UnitKind.Division))).ShouldBeNull();
        (await _ward.WithAsync((TableEntry table) => table.AppendAsync(somebody, _plan, "1\ta"))).ShouldBe(EditStatus.NotFound);
        (await _ward.WithAsync((PlanCreation creation) => creation.BlankAsync(somebody, "Kế hoạch", new(2026, 2026), []))).ShouldBeNull();
        (await _ward.UploadAsync("Kế hoạch", by: somebody)).ShouldBeOfType<UploadOutcome.Refused>();
    }

    [Fact]
    public async Task Rights_LeaderWhoIssues_ReadsDraftsAndChangesNothing()
    {
        var row = (await _ward.ReviewAsync(_plan)).Rows[0];

        (await _ward.WithAsync((PlanReview plans) => plans.FindAsync(_ward.Leader, _plan))).ShouldNotBeNull();
        (await _ward.WithAsync((RowEditor editor) => editor.WithdrawAsync(_ward.Leader, _plan, row.Id, row.Version))).Status.ShouldBe(EditStatus.NotFound);
        (await _ward.WithAsync((UnitChoices choices) => choices.ChooseAsync(_ward.Leader, _plan, []))).ShouldBe(EditStatus.NotFound);
    }

    [Fact]
    public async Task Rights_AnyoneOfTheOrganisation_ReadsIssuedPlans()
    {
        await _ward.Database.ExecuteAsOwnerAsync("update plans.plan set state = 'issued'");

        (await _ward.WithAsync((PlanReview plans) => plans.FindAsync(_ward.Viewer, _plan))).ShouldNotBeNull();
        (await _ward.WithAsync((PlanSearch plans) => plans.ListAsync(_ward.Viewer))).Single().Id.ShouldBe(_plan);
    }

    [Fact]
    public async Task Rights_FocalOfAnotherOrganisation_FindsNoPlan()
    {
        var other = await _ward.Database.AddOrganisationAsync("Ủy ban nhân dân xã Khe Vàng", OrganisationKind.Commune);
        var stranger = new Actor(other.Id, Guid.CreateVersion7(), "Người xã khác", [new HeldRole(Role.Focal, null, false)]);

        (await _ward.WithAsync((PlanReview plans) => plans.FindAsync(stranger, _plan))).ShouldBeNull();
    }
}
