using DiemSang.Core.Planning;
using DiemSang.Documents.Reading;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Exporting;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Exporting;

public sealed class PlanPrinterTests : IAsyncLifetime
{
    private WorkingWard _ward = null!;

    public async Task InitializeAsync() => _ward = await CreateAsync();

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("PLN-08", "PLN-09", "ORG-08")]
    public async Task Print_IssuedPlan_ReadsBackWithItsNumberAndRows()
    {
        var plan = await _ward.AddIssuedAsync(Row(parties: [Lead(_ward.Culture), Cooperator(_ward.Economy)]), Row(title: "Trách nhiệm giải trình", parties: AllUnits()));

        var printed = await PrintAsync(_ward.Viewer, plan.Id);

        printed!.FileName.ShouldBe("ke-hoach-05-kh-ubnd.docx");
        var draft = Read(printed.Content);
        (draft.Number, draft.Symbol, draft.IssuedOn).ShouldBe(("05", "KH-UBND", new DateOnly(2026, 1, 20)));
        draft.Rows.Select(row => row.Title).ShouldBe(["Cơ hội tham gia", "Trách nhiệm giải trình"]);
        draft.Rows[0].Leads.ShouldBe([_ward.Culture.Name]);
        draft.Rows[0].Cooperators.ShouldBe([_ward.Economy.Name]);
        draft.Rows[1].Leads.ShouldBe(["Các cơ quan, đơn vị liên quan"]);
    }

    [Fact]
    [Requirement("ORG-08")]
    public async Task Print_Draft_LeavesNumberAndDayBlank()
    {
        var plan = await _ward.AddDraftAsync(Row(parties: Lead(_ward.Culture)));

        var printed = await PrintAsync(_ward.Focal, plan.Id);

        printed!.FileName.ShouldBe("du-thao-ke-hoach-nang-cao-cac-chi-so-par-index-sipas-papi.docx");
        var draft = Read(printed.Content);
        (draft.Number, draft.IssuedOn).ShouldBe((null, (DateOnly?)null));
    }

    [Fact]
    public async Task Print_Draft_IsForThoseWhoMaySeeDrafts()
    {
        var plan = await _ward.AddDraftAsync(Row(parties: Lead(_ward.Culture)));

        (await PrintAsync(_ward.Leader, plan.Id)).ShouldNotBeNull();
        (await PrintAsync(_ward.CultureHead, plan.Id)).ShouldBeNull();
        (await PrintAsync(_ward.Viewer, plan.Id)).ShouldBeNull();
    }

    private Task<PrintedPlan?> PrintAsync(Actor actor, Guid planId) => _ward.WithAsync((PlanPrinter printer) => printer.PrintAsync(actor, planId));

    private static PlanDraft Read(Stream file) => PlanFile.Read(file, "ke-hoach.docx");
}
