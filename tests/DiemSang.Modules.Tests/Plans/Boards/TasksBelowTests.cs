using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Tests.TestData;
using Microsoft.Extensions.DependencyInjection;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Boards;

public sealed class TasksBelowTests : IAsyncLifetime
{
    private WorkingWard _ward = null!;
    private Actor _province = null!;

    /// <summary>The ward becomes a commune of a province: 60 tasks, more than a page.</summary>
    public async Task InitializeAsync()
    {
        _ward = await CreateAsync();
        await _ward.AddIssuedAsync([.. Enumerable.Range(1, 60).Select(number => Row(title: $"Nhiệm vụ {number}", parties: Lead(_ward.Culture)))]);
        var province = await _ward.Database.AddOrganisationAsync("Ủy ban nhân dân tỉnh Trường Sơn", OrganisationKind.Province);
        await _ward.Database.AddOrganisationAsync("Ủy ban nhân dân xã Ấm", OrganisationKind.Commune, province);
        await _ward.Database.ExecuteAsOwnerAsync("update access.organisation set parent_id = $1 where id = $2", province.Id, _ward.Organisation.Id);
        _province = new Actor(province.Id, Guid.NewGuid(), "Lò Thị Hương Giang", [new HeldRole(Role.Focal, null, IsActing: false)]);
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    public async Task Find_ByTheProvince_GivesEveryTaskOnceOverThePages()
    {
        var first = await FindAsync(_province, 1);
        var second = await FindAsync(_province, 2);

        (first.Found, first.Pages, first.Lines.Count, second.Lines.Count).ShouldBe((60, 2, 50, 10));
        first.Lines.Concat(second.Lines).Select(line => line.Line.TaskId).Distinct().Count().ShouldBe(60);
        first.Lines[0].Line.Title.ShouldBe("Nhiệm vụ 1");
        first.Lines[0].Organisation.ShouldBe(_ward.Organisation.ShortName);
    }

    [Fact]
    public async Task Find_ByTheWardItself_GivesNothing() =>
        (await FindAsync(_ward.Focal, 1)).Found.ShouldBe(0, "it has nobody below it");

    private async Task<PageBelow> FindAsync(Actor actor, int page)
    {
        await using var scope = _ward.Database.Scope(actor.OrganisationId);
        return await scope.ServiceProvider.GetRequiredService<TasksBelow>().FindAsync(actor, only: null, page);
    }
}
