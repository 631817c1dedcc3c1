using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Tests.Plans.Importing;

public sealed class PlanCorrectionTests : IAsyncLifetime
{
    private const string NewRow = "1.1\tNhận biết mới\t90% hộ biết\t- Phát tờ rơi.\tPhòng Văn hóa - Xã hội phường\tCông an phường\tQuý III/2026\n";
    private WorkingWard _ward = null!;
    private Plan _plan = null!;

    public async Task InitializeAsync()
    {
        _ward = await WorkingWard.CreateAsync();
        _plan = await _ward.ImportAsync(PlanFiles.Demo);
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    public async Task Compare_SameWordsInAnotherFile_FindsNothing()
    {
        var compared = await CompareAsync(PlanFiles.Demo + "\n\n");

        compared.Difference.IsEmpty.ShouldBeTrue();
        compared.Difference.Unchanged.ShouldBe(_plan.Rows.Count);
    }

    [Fact]
    [Requirement("PLN-25")]
    public async Task Compare_OneCellChanged_ShowsThatFieldBeforeAndAfter()
    {
        var compared = await CompareAsync(PlanFiles.Demo.Replace("80% hộ gia đình", "85% hộ gia đình"));

        var change = compared.Difference.Rows.Single();
        change.Kind.ShouldBe(RowChangeKind.Changed);
        var field = change.Fields.Single();
        field.Field.ShouldBe(PlanField.RowTarget);
        field.Before.Single().ShouldStartWith("80%");
        field.After.Single().ShouldStartWith("85%");
    }

    [Fact]
    public async Task Compare_RowPutInBetween_ShiftsNumbersButMatchesByTitle()
    {
        var shifted = PlanFiles.Demo.Replace("1.1\tHiểu biết", NewRow + "1.2\tHiểu biết").Replace("1.2\tCơ hội", "1.3\tCơ hội").Replace("1.3\tBầu", "1.4\tBầu").Replace("1.4\tĐóng", "1.5\tĐóng");

        var compared = await CompareAsync(shifted);

        compared.Difference.Rows.Count(row => row.Kind == RowChangeKind.Added).ShouldBe(1);
        compared.Difference.Rows.ShouldNotContain(row => row.Kind == RowChangeKind.Removed);
        compared.Difference.Rows.Where(row => row.Kind == RowChangeKind.Changed).SelectMany(row => row.Fields).ShouldAllBe(field => field.Field == PlanField.RowCode);
    }

    [Fact]
    [Requirement("PLN-25")]
    public async Task Apply_Everything_ChangesAddsAndWithdrawsAsOneActAndKeepsIds()
    {
        var before = await _ward.ReviewAsync(_plan.Id);
        var corrected = WithoutLine("4\tKỷ luật").Replace("80% hộ gia đình", "85% hộ gia đình").Replace("1.1\tHiểu biết", NewRow + "1.2\tHiểu biết");

        var status = await ApplyAsync(corrected, _ => true);

        status.ShouldBe(EditStatus.Saved);
        var after = await _ward.ReviewAsync(_plan.Id);
        after.Rows[0].Title.ShouldBe("Nhận biết mới");
        after.Rows[1].Id.ShouldBe(before.Rows[0].Id);
        after.Rows[1].Target!.ShouldStartWith("85%");
        after.WithdrawnRows.Single().Title.ShouldBe("Kỷ luật, kỷ cương");
        after.Rows.Count.ShouldBe(before.Rows.Count);
        var verbs = await _ward.ReadAsync(db => db.AuditEntries.OrderByDescending(entry => entry.Position).Select(entry => entry.Verb).Take(3).ToListAsync());
        verbs.ShouldAllBe(verb => verb == "plans.apply-correction");
        PlanDifference.Between(after.Plan, (await LastImportAsync()).Draft!).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Apply_OnlySome_LeavesTheRest()
    {
        var corrected = WithoutLine("4\tKỷ luật").Replace("80% hộ gia đình", "85% hộ gia đình");

        await ApplyAsync(corrected, change => change.Kind == RowChangeKind.Changed);

        var after = await _ward.ReviewAsync(_plan.Id);
        after.Rows[0].Target!.ShouldStartWith("85%");
        after.WithdrawnRows.ShouldBeEmpty();
        after.Rows.Select(row => row.Title).ShouldContain("Kỷ luật, kỷ cương");
        after.Rows.ToList().FindIndex(row => row.Title == "Kỷ luật, kỷ cương").ShouldBe(after.Rows.ToList().FindIndex(row => row.Title == "Dịch vụ công trực tuyến") + 1);
    }

    [Fact]
    public async Task Apply_PlanEditedMeanwhile_TakesNothing()
    {
        var import = await _ward.ReadAsync(PlanFiles.Demo.Replace("80% hộ gia đình", "85% hộ gia đình"), _plan.Id);
        var stamp = (await _ward.WithAsync((PlanCorrection correction) => correction.CompareAsync(_ward.Focal, import.Id)))!.Difference.Stamp;
        var row = (await _ward.ReviewAsync(_plan.Id)).Rows[0];
        await _ward.WithAsync((RowEditor editor) => editor.EditAsync(_ward.Focal, _plan.Id, row.Id, row.Version, PlanDrafts.ToDraftRow(row, party => party.PrintedName) with { Target = "Sửa tay" }));

        var status = await _ward.WithAsync((PlanCorrection correction) => correction.ApplyAsync(_ward.Focal, import.Id, stamp, new HashSet<string> { $"changed:{row.Id}" }));

        status.ShouldBe(EditStatus.Conflict);
        (await _ward.ReviewAsync(_plan.Id)).Rows[0].Target.ShouldBe("Sửa tay");
    }

    [Fact]
    public async Task Apply_IssuedPlan_ChangesNothing()
    {
        var import = await _ward.ReadAsync(PlanFiles.Demo.Replace("80% hộ gia đình", "85% hộ gia đình"), _plan.Id);
        await _ward.Database.ExecuteAsOwnerAsync("update plans.plan set state = 'issued'");
        var compared = (await _ward.WithAsync((PlanCorrection correction) => correction.CompareAsync(_ward.Focal, import.Id)))!;

        var status = await _ward.WithAsync((PlanCorrection correction) =>
            correction.ApplyAsync(_ward.Focal, import.Id, compared.Difference.Stamp, compared.Difference.Rows.Select(row => row.Key).ToHashSet()));

        status.ShouldBe(EditStatus.NotDraft);
        (await _ward.ReviewAsync(_plan.Id)).Rows[0].Target!.ShouldStartWith("80%");
    }

    [Fact]
    public async Task Apply_HeadField_IsTakenByItself()
    {
        var corrected = PlanFiles.Demo.Replace("Số: 07/KH-UBND", "Số: 09/KH-UBND").Replace("80% hộ gia đình", "85% hộ gia đình");
        var import = await _ward.ReadAsync(corrected, _plan.Id);
        var stamp = (await _ward.WithAsync((PlanCorrection correction) => correction.CompareAsync(_ward.Focal, import.Id)))!.Difference.Stamp;

        await _ward.WithAsync((PlanCorrection correction) => correction.ApplyAsync(_ward.Focal, import.Id, stamp, new HashSet<string> { nameof(PlanField.Number) }));

        var after = await _ward.ReviewAsync(_plan.Id);
        after.Plan.Number.ShouldBe("09");
        after.Rows[0].Target!.ShouldStartWith("80%");
    }

    private async Task<ComparedPlan> CompareAsync(string text)
    {
        var import = await _ward.ReadAsync(text, _plan.Id);
        return (await _ward.WithAsync((PlanCorrection correction) => correction.CompareAsync(_ward.Focal, import.Id)))!;
    }

    private async Task<EditStatus> ApplyAsync(string text, Func<RowChange, bool> takes)
    {
        var compared = await CompareAsync(text);
        var import = await LastImportAsync();
        return await _ward.WithAsync((PlanCorrection correction) =>
            correction.ApplyAsync(_ward.Focal, import.Id, compared.Difference.Stamp, compared.Difference.Rows.Where(takes).Select(row => row.Key).ToHashSet()));
    }

    private Task<PlanImport> LastImportAsync() => _ward.ReadAsync(db => db.PlanImports.OrderByDescending(import => import.Id).FirstAsync());

    private static string WithoutLine(string start) =>
        string.Join('\n', PlanFiles.Demo.Split('\n').Where(line => !line.StartsWith(start, StringComparison.Ordinal)));
}
