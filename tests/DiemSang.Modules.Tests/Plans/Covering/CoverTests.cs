using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Covering;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Covering;

/// <summary>A plan held against the plan above it.</summary>
[Requirement("PLN-20")]
public sealed class CoverTests : IAsyncLifetime
{
    private WorkingWard _ward = null!;
    private Plan _above = null!;
    private Plan _plan = null!;

    public async Task InitializeAsync()
    {
        _ward = await CreateAsync();
        _above = await _ward.AddIssuedAsync(Row(title: "Cơ hội tham gia của người dân", parties: Lead(_ward.Culture)), Row(title: "Kiểm soát tham nhũng", parties: Lead(_ward.Culture)));
        _plan = await _ward.AddIssuedAsync(
            Row(title: "cơ hội tham gia của người dân", parties: Lead(_ward.Culture)), Row(title: "Cơ hội tham gia của người dân ở tổ", parties: Lead(_ward.Economy)), Row(title: "Việc riêng của phường", parties: Lead(_ward.Economy)));
        (await EditAsync((editor, version) => editor.ChooseParentAsync(_ward.Focal, _plan.Id, version, _above.Id))).ShouldBe(EditStatus.Saved);
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    public async Task Find_LikeNames_AreOfferedAndNeverTaken()
    {
        var cover = await FindAsync();

        cover.Covered.ShouldAllBe(row => !row.IsCovered);
        cover.Covered[0].Like.Select(like => like.Likeness).ShouldBe([Likeness.Same, Likeness.Near]);
        cover.Covered[1].Like.ShouldBeEmpty();
        cover.WithoutParent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Link_AndUnlink_ByAPersonOnly()
    {
        var before = await FindAsync();
        var (line, parent) = (before.Rows[0].LineId, before.Covered[0].Parent.LineId);

        (await EditAsync((editor, _) => editor.LinkAsync(_ward.Focal, _plan.Id, line, parent))).ShouldBe(EditStatus.Saved);
        (await EditAsync((editor, _) => editor.LinkAsync(_ward.Focal, _plan.Id, line, parent))).ShouldBe(EditStatus.Saved, "a second click makes nothing twice");
        (await EditAsync((editor, _) => editor.LinkAsync(_ward.CultureHead, _plan.Id, line, parent))).ShouldBe(EditStatus.NotFound);
        (await EditAsync((editor, _) => editor.LinkAsync(_ward.Focal, _plan.Id, line, Guid.NewGuid()))).ShouldBe(EditStatus.NotFound);

        var linked = await FindAsync();
        linked.Covered[0].By.Single().Row.LineId.ShouldBe(line);
        linked.WithoutParent.Count.ShouldBe(2);
        (await EditAsync((editor, _) => editor.UnlinkAsync(_ward.Focal, _plan.Id, linked.Covered[0].By[0].LinkId))).ShouldBe(EditStatus.Saved);
        (await FindAsync()).Covered[0].IsCovered.ShouldBeFalse();
    }

    [Fact]
    [Requirement("PLN-02", "MYR-07")]
    public async Task Find_PlanOfTheSuperior_IsReadableOnceIssuedAndNothingElseOfIt()
    {
        var province = await _ward.Database.AddOrganisationAsync("Ủy ban nhân dân tỉnh Trường Sơn", OrganisationKind.Province);
        var commune = await _ward.Database.AddOrganisationAsync("Ủy ban nhân dân xã Khe Vàng", OrganisationKind.Commune, parent: province);
        var (issued, draft) = (await AddPlanAsync(province, "Kế hoạch tỉnh", issue: true), await AddPlanAsync(province, "Dự thảo tỉnh", issue: false));
        await using var scope = _ward.Database.Scope(commune.Id);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();

        (await db.ParentPlansAsync(default)).Select(plan => plan.Id).ShouldBe([issued]);
        (await db.ParentRowsAsync(issued, default)).Single().Title.ShouldBe("Cải cách thủ tục");
        (await db.ParentRowsAsync(draft, default)).ShouldBeEmpty();
        (await db.Plans.CountAsync()).ShouldBe(0);
        await using var stranger = _ward.Database.Scope(_ward.Organisation.Id);
        (await stranger.ServiceProvider.GetRequiredService<DiemSangDbContext>().ParentRowsAsync(issued, default)).ShouldBeEmpty();
    }

    private async Task<Cover> FindAsync() => (await _ward.WithAsync((CoverReading reading) => reading.FindAsync(_ward.Focal, _plan.Id)))!;

    private async Task<EditStatus> EditAsync(Func<CoverEditor, int, Task<EditStatus>> edit)
    {
        var version = await _ward.ReadAsync(db => db.Plans.Where(plan => plan.Id == _plan.Id).Select(plan => plan.Version).SingleAsync());
        return await _ward.WithAsync((CoverEditor editor) => edit(editor, version));
    }

    private async Task<Guid> AddPlanAsync(Organisation organisation, string title, bool issue)
    {
        await using var scope = _ward.Database.Scope(organisation.Id);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        var plan = new Plan(organisation.Id, title, new PlanPeriod(2026, 2030), _ward.Clock.GetUtcNow());
        plan.Rows.Add(new PlanRow { OrganisationId = organisation.Id, PlanId = plan.Id, Position = 1, Title = "Cải cách thủ tục" });
        db.Plans.Add(plan);
        await db.SaveAsync(Act.BySystem(organisation.Id, "test.add-plan"));
        if (issue)
        {
            plan.Issue(_ward.Clock.GetUtcNow(), null);
            await db.SaveAsync(Act.BySystem(organisation.Id, "test.issue"));
        }

        return plan.Id;
    }
}
