using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Tests.Plans.Reviewing;

public sealed class RowEditorTests : IAsyncLifetime
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
    [Requirement("PLN-15")]
    public async Task Edit_EveryField_IsSavedUnderstoodAndAudited()
    {
        var row = (await RowsAsync())[0];

        var edited = await EditAsync(row, new PlanDraftRow
        {
            Index = "SIPAS", Code = "9", Title = "Tên mới", Target = "90%", Measures = ["Một", "Hai"], Leads = ["Phòng Kinh tế, Hạ tầng và Đô thị"], Cooperators = ["Đơn vị lạ"],
            Deadline = new RowDeadline(DeadlineKind.None, "trước ngày 15/6/2026", null),
        });

        edited.Status.ShouldBe(EditStatus.Saved);
        var after = await RowAsync(row.Id);
        after.IndexCode.ShouldBe("SIPAS");
        after.Deadline.Kind.ShouldBe(DeadlineKind.Fixed);
        after.Deadline.Date.ShouldBe(new DateOnly(2026, 6, 14));
        after.Leads.Single().UnitId.ShouldBe(_ward.Economy.Id);
        after.Cooperators.Single().IsPlaced.ShouldBeFalse();
        after.Measures.Select(measure => measure.Text).ShouldBe(["Một", "Hai"]);
        (await _ward.ReadAsync(db => db.AuditEntries.Where(entry => entry.Verb == "plans.edit-row" && entry.SubjectId == row.Id.ToString()).CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Edit_RowThatSomebodyElseEdited_IsRefusedAndKeepsTheirs()
    {
        var row = (await RowsAsync())[0];
        await EditAsync(row, Text(row) with { Measures = ["Của người thứ nhất"] });

        var second = await EditAsync(row, Text(row) with { Measures = ["Của người thứ hai"] });

        second.Status.ShouldBe(EditStatus.Conflict);
        (await RowAsync(row.Id)).Measures.Single().Text.ShouldBe("Của người thứ nhất");
    }

    [Fact]
    public async Task Edit_KeptMeasuresAndParties_KeepTheirIdentity()
    {
        var row = (await RowsAsync())[0];
        var kept = row.Measures[0];

        await EditAsync(row, Text(row) with { Measures = [kept.Text, "Thêm một việc"] });

        var after = await RowAsync(row.Id);
        after.Measures.OrderBy(measure => measure.Position).First().Id.ShouldBe(kept.Id);
        after.Parties.Select(party => party.Id).ShouldBe(row.Parties.Select(party => party.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task Add_AfterARow_StandsThereAndMovesNobody()
    {
        var rows = await RowsAsync();

        var added = await _ward.WithAsync((RowEditor editor) => editor.AddAsync(_ward.Focal, _plan, rows[2].Id, new PlanDraftRow { Title = "Dòng thêm" }));

        var after = await RowsAsync();
        after[3].Id.ShouldBe(added.RowId!.Value);
        after.Where(row => row.Id != added.RowId).Select(row => (row.Id, row.Version)).ShouldBe(rows.Select(row => (row.Id, row.Version)));
    }

    [Fact]
    public async Task Add_ManyTimesInOnePlace_KeepsTheOrder()
    {
        var first = (await RowsAsync())[0];
        for (var i = 0; i < 15; i++)
        {
            (await _ward.WithAsync((RowEditor editor) => editor.AddAsync(_ward.Focal, _plan, first.Id, new PlanDraftRow { Title = $"Dòng {i}" }))).Status.ShouldBe(EditStatus.Saved);
        }

        (await RowsAsync()).Skip(1).Take(15).Select(row => row.Title).ShouldBe(Enumerable.Range(0, 15).Reverse().Select(i => $"Dòng {i}"));
    }

    [Fact]
    public async Task Withdraw_ThenRestore_BringsTheRowBackInItsPlace()
    {
        var rows = await RowsAsync();
        await _ward.WithAsync((RowEditor editor) => editor.WithdrawAsync(_ward.Focal, _plan, rows[4].Id, rows[4].Version));
        (await RowsAsync()).Count.ShouldBe(rows.Count - 1);
        var withdrawn = (await _ward.ReviewAsync(_plan)).WithdrawnRows.Single();

        await _ward.WithAsync((RowEditor editor) => editor.RestoreAsync(_ward.Focal, _plan, withdrawn.Id, withdrawn.Version));

        (await RowsAsync()).Select(row => row.Id).ShouldBe(rows.Select(row => row.Id));
    }

    [Fact]
    [Requirement("PLN-10")]
    public async Task Split_SomeMeasures_MakesARowOfThemRightBelow()
    {
        var row = (await RowsAsync()).First(candidate => candidate.Measures.Count >= 2);
        var taken = row.Measures.OrderBy(measure => measure.Position).Last();

        var split = await _ward.WithAsync((RowEditor editor) => editor.SplitAsync(_ward.Focal, _plan, row.Id, row.Version, [taken.Id], "Phần tách ra"));

        var rows = await RowsAsync();
        var below = rows[rows.ToList().FindIndex(candidate => candidate.Id == row.Id) + 1];
        below.Id.ShouldBe(split.RowId!.Value);
        below.Measures.Single().Text.ShouldBe(taken.Text);
        below.Leads.Select(lead => lead.UnitId).ShouldBe(row.Leads.Select(lead => lead.UnitId));
        (await RowAsync(row.Id)).Measures.Select(measure => measure.Text).ShouldNotContain(taken.Text);
    }

    [Fact]
    [Requirement("PLN-10")]
    public async Task Join_WithTheNext_LosesNoWordAndKeepsTheOtherAsWithdrawn()
    {
        var rows = await RowsAsync();
        var expected = rows[0].Measures.Concat(rows[1].Measures).Select(measure => measure.Text);

        await _ward.WithAsync((RowEditor editor) => editor.JoinWithNextAsync(_ward.Focal, _plan, rows[0].Id, rows[0].Version));

        var joined = await RowAsync(rows[0].Id);
        joined.Measures.OrderBy(measure => measure.Position).Select(measure => measure.Text).ShouldBe(expected);
        joined.Title.ShouldContain(rows[1].Title);
        joined.Leads.Select(lead => lead.PrintedName).ShouldBe(rows[0].Leads.Concat(rows[1].Leads).Select(lead => lead.PrintedName).Distinct());
        (await _ward.ReviewAsync(_plan)).WithdrawnRows.Single().Id.ShouldBe(rows[1].Id);
    }

    [Fact]
    public async Task Move_ToTheBeginningAndBehindAnother_StandsThere()
    {
        var rows = await RowsAsync();
        await _ward.WithAsync((RowEditor editor) => editor.MoveAsync(_ward.Focal, _plan, rows[5].Id, rows[5].Version, null));
        (await RowsAsync())[0].Id.ShouldBe(rows[5].Id);

        var moved = (await RowsAsync())[0];
        await _ward.WithAsync((RowEditor editor) => editor.MoveAsync(_ward.Focal, _plan, moved.Id, moved.Version, rows[4].Id));

        (await RowsAsync()).Select(row => row.Id).ShouldBe(rows.Select(row => row.Id));
    }

    [Fact]
    public async Task Edit_IssuedPlan_IsRefused()
    {
        var row = (await RowsAsync())[0];
        await _ward.Database.ExecuteAsOwnerAsync("update plans.plan set state = 'issued'");

        (await EditAsync(row, Text(row) with { Title = "Sửa lén" })).Status.ShouldBe(EditStatus.NotDraft);
    }

    [Fact]
    public async Task Paste_TableFromExcel_AddsItsRowsAtTheEnd()
    {
        const string Table = "1\tTập huấn kỹ năng số\t100% công chức\t- Mở lớp.\tPhòng Văn hóa - Xã hội phường\tCông an phường\tQuý III/2026\n2\tĐối thoại\t02 cuộc\t- Tổ chức.\tVăn phòng\t\t31/12 hằng năm\n";
        var before = (await RowsAsync()).Count;

        await _ward.WithAsync((TableEntry table) => table.AppendAsync(_ward.Focal, _plan, Table));

        var rows = await RowsAsync();
        rows.Count.ShouldBe(before + 2);
        rows[^2].Title.ShouldBe("Tập huấn kỹ năng số");
        rows[^2].Leads.Single().UnitId.ShouldBe(_ward.Culture.Id);
        rows[^1].Deadline.Kind.ShouldBe(DeadlineKind.Yearly);
    }

    private Task<Edited> EditAsync(PlanRow row, PlanDraftRow text) => _ward.WithAsync((RowEditor editor) => editor.EditAsync(_ward.Focal, _plan, row.Id, row.Version, text));

    private async Task<IReadOnlyList<PlanRow>> RowsAsync() => (await _ward.ReviewAsync(_plan)).Rows;

    private async Task<PlanRow> RowAsync(Guid id) => (await RowsAsync()).Single(row => row.Id == id);

    private static PlanDraftRow Text(PlanRow row) => PlanDrafts.ToDraftRow(row, party => party.PrintedName);
}
