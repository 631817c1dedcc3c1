using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DiemSang.Modules.Tests.Plans.Importing;

public sealed class PlanImportTests : IAsyncLifetime
{
    private WorkingWard _ward = null!;

    public async Task InitializeAsync() => _ward = await WorkingWard.CreateAsync();

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("PLN-08", "PLN-09", "PLN-10")]
    public async Task Read_DemoPlan_WaitsAsDraftAndSavesNoPlan()
    {
        var import = await _ward.ReadAsync(PlanFiles.Demo);

        import.State.ShouldBe(PlanImportState.Read);
        import.Draft!.Rows.Count.ShouldBeGreaterThan(25);
        import.Source!.Blocks.ShouldNotBeEmpty();
        (await _ward.ReadAsync(db => db.Plans.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Read_EveryRow_PointsToAPlaceThatIsShown()
    {
        var import = await _ward.ReadAsync(PlanFiles.Demo);
        var shown = import.Source!.Blocks
            .SelectMany(block => (block.Rows ?? []).Select(row => SourceAnchor.Of(block.Number, row.Number)).Append(SourceAnchor.Of(block.Number, null)))
            .ToHashSet();

        import.Draft!.Rows.Select(row => SourceAnchor.Of(row.Source)).ShouldAllBe(anchor => anchor != null && shown.Contains(anchor));
    }

    [Fact]
    [Requirement("PLN-11", "PLN-13")]
    public async Task Create_FromReading_KeepsEveryPartAndMatchesUnits()
    {
        var plan = await _ward.ImportAsync(PlanFiles.Demo);

        var review = await _ward.ReviewAsync(plan.Id);
        var import = await _ward.ReadAsync(db => db.PlanImports.SingleAsync());
        import.State.ShouldBe(PlanImportState.Applied);
        import.PlanId.ShouldBe(plan.Id);
        review.Rows.Count.ShouldBe(import.Draft!.Rows.Count);
        review.Rows[0].Leads.Single().UnitId.ShouldBe(_ward.Culture.Id);
        review.Rows[0].Cooperators.Single().IsAllUnits.ShouldBeTrue();
        PlanDifference.Between(review.Plan, import.Draft).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Create_Twice_MakesOnePlan()
    {
        var import = await _ward.ReadAsync(PlanFiles.Demo);
        await _ward.WithAsync((PlanCreation creation) => creation.FromImportAsync(_ward.Focal, import.Id, "Kế hoạch", new(2026, 2026)));

        var second = await _ward.WithAsync((PlanCreation creation) => creation.FromImportAsync(_ward.Focal, import.Id, "Kế hoạch", new(2026, 2026)));

        second.ShouldBeNull();
        (await _ward.ReadAsync(db => db.Plans.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Upload_SameFileAgain_ChangesNothingAndNamesThePlan()
    {
        var plan = await _ward.ImportAsync(PlanFiles.Demo);

        var again = await _ward.UploadAsync(PlanFiles.Demo);

        again.ShouldBe(new UploadOutcome.AlreadyPlan(plan.Id));
        (await _ward.ReadAsync(db => db.PlanImports.CountAsync())).ShouldBe(1);
        (await _ward.ReadAsync(db => db.StoredFiles.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Upload_SameFileWhileItWaits_LeadsToTheSameReading()
    {
        var first = await _ward.UploadAsync(PlanFiles.Demo);

        (await _ward.UploadAsync(PlanFiles.Demo)).ShouldBe(first);
    }

    [Fact]
    public async Task Upload_AfterThePlanWasWithdrawn_ReadsAgain()
    {
        var plan = await _ward.ImportAsync(PlanFiles.Demo);
        await _ward.WithAsync((HeaderEditor editor) => editor.WithdrawAsync(_ward.Focal, plan.Id, 1, "Nhầm tệp"));

        (await _ward.UploadAsync(PlanFiles.Demo)).ShouldBeOfType<UploadOutcome.Accepted>();
    }

    [Fact]
    public async Task Upload_Program_IsRefusedInOneSentence()
    {
        var refused = await _ward.UploadAsync("MZ\u0090\0\u0003 not a plan");

        refused.ShouldBeOfType<UploadOutcome.Refused>().Reason.ShouldNotContain("\n");
        (await _ward.ReadAsync(db => db.PlanImports.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Read_UnreadableFile_FailsInOneLine()
    {
        var import = await _ward.ReadAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0]);

        import.State.ShouldBe(PlanImportState.Failed);
        import.Failure.ShouldNotBeNull().ShouldNotContain("\n");
        import.Failure!.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task Read_WhileAnotherNodeHoldsIt_DoesNothing()
    {
        var accepted = (UploadOutcome.Accepted)await _ward.UploadAsync(PlanFiles.Demo);
        await using var otherNode = new NpgsqlConnection(_ward.Database.Connections.Owner);
        await otherNode.OpenAsync();
        await using var take = new NpgsqlCommand("select pg_advisory_lock($1)", otherNode) { Parameters = { new() { Value = BitConverter.ToInt64(accepted.ImportId.ToByteArray(), 8) } } };
        await take.ExecuteNonQueryAsync();

        await ReadNowAsync(accepted.ImportId);

        (await StateAsync(accepted.ImportId)).ShouldBe(PlanImportState.Waiting);
    }

    [Fact]
    public async Task Read_CutOffByACrash_IsTakenUpAgain()
    {
        var accepted = (UploadOutcome.Accepted)await _ward.UploadAsync(PlanFiles.Demo);
        await _ward.Database.ExecuteAsOwnerAsync("update plans.plan_import set state = 'reading', attempts = 1");
        await using var nobody = _ward.Database.Scope();
        var unfinished = await nobody.ServiceProvider.GetRequiredService<UnfinishedImports>().FindAsync();

        unfinished.ShouldBe([new WaitingImport(_ward.Organisation.Id, accepted.ImportId)]);
        await ReadNowAsync(accepted.ImportId);
        (await StateAsync(accepted.ImportId)).ShouldBe(PlanImportState.Read);
    }

    [Fact]
    public async Task Read_FileThatStoppedTheProgramEachTime_IsGivenUp()
    {
        var accepted = (UploadOutcome.Accepted)await _ward.UploadAsync(PlanFiles.Demo);
        await _ward.Database.ExecuteAsOwnerAsync("update plans.plan_import set state = 'reading', attempts = 3");

        await ReadNowAsync(accepted.ImportId);

        (await StateAsync(accepted.ImportId)).ShouldBe(PlanImportState.Failed);
    }

    [Fact]
    public async Task Service_FileAnnounced_IsReadInTheBackground()
    {
        await using var scope = _ward.Database.Scope();
        var service = scope.ServiceProvider.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<PlanReadingService>().Single();
        await service.StartAsync(CancellationToken.None);

        var accepted = (UploadOutcome.Accepted)await _ward.UploadAsync(PlanFiles.Demo);

        for (var i = 0; i < 200 && await StateAsync(accepted.ImportId) != PlanImportState.Read; i++)
        {
            await Task.Delay(50);
        }

        await service.StopAsync(CancellationToken.None);
        (await StateAsync(accepted.ImportId)).ShouldBe(PlanImportState.Read);
    }

    [Fact]
    public async Task FindLike_CorrectedCopy_NamesThePlan()
    {
        var plan = await _ward.ImportAsync(PlanFiles.Demo);
        var corrected = await _ward.ReadAsync(PlanFiles.Demo.Replace("80% hộ", "85% hộ"));

        var like = await _ward.WithAsync((PlanCreation creation) => creation.FindLikeAsync(_ward.Focal, corrected.Draft!));

        like.Single().Id.ShouldBe(plan.Id);
    }

    private Task<bool> ReadNowAsync(Guid importId) => _ward.WithAsync(async (PlanReading reading) =>
    {
        await reading.ReadAsync(importId);
        return true;
    });

    private Task<PlanImportState> StateAsync(Guid importId) =>
        _ward.ReadAsync(db => db.PlanImports.Where(import => import.Id == importId).Select(import => import.State).SingleAsync());
}
