using System.Text;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Tests.Scorecards;

public sealed class SetTests : IAsyncLifetime
{
    private ScoredProvince _province = null!;

    public async Task InitializeAsync() => _province = await ScoredProvince.CreateAsync();

    public async Task DisposeAsync() => await _province.DisposeAsync();

    [Fact]
    [Requirement("RNK-05")]
    public async Task Edit_PublishedSet_IsRefusedAndAClonedOneIsOpen()
    {
        var published = await _province.ReadAsync(_province.Focal, db => db.CriteriaEditions.SingleAsync());
        var text = new CriterionText("1.3", "Sáng kiến, cách làm mới", 5, "rule: { kind: count, each: 1 }");
        (await EditAsync(published.Id, (editor, set) => editor.WriteAsync(_province.Focal, set, set.Version, "1.3", null, text))).Outcome.ShouldBe(SetEditOutcome.NotDraft);

        var clone = (await WithAsync(published.Id, (library, set) => library.CloneAsync(_province.Focal, set, "2027"))).EditionId!.Value;
        (await EditAsync(clone, (editor, set) => editor.WriteAsync(_province.Focal, set, set.Version, "1.3", null, text))).Outcome.ShouldBe(SetEditOutcome.Saved);

        var saved = CriteriaSetYaml.Read((await _province.ReadAsync(_province.Focal, db => db.CriteriaEditions.SingleAsync(one => one.Id == clone))).Yaml);
        (saved.Version, saved.Find("1.3")!.Title, saved.Find("1.2")!.Figure).ShouldBe(("2027", "Sáng kiến, cách làm mới", "plan.done"));
    }

    [Fact]
    public async Task Edit_ByTheExportedTable_ReplacesTheTreeAndRefusesAWrongOne()
    {
        var clone = await CloneAsync();
        var before = CriteriaSetYaml.Read((await _province.ReadAsync(_province.Focal, db => db.CriteriaEditions.SingleAsync(one => one.Id == clone))).Yaml);
        using var table = new MemoryStream();
        CriteriaTableWriter.Write(CriteriaSetEdits.Replace(before, "1.3", before.Find("1.3")! with { Title = "Sáng kiến cấp tỉnh" }), table);
        table.Position = 0;

        (await EditAsync(clone, (editor, set) => editor.WriteTableAsync(_province.Focal, set, set.Version, table, "bo.xlsx"))).ShouldBe(SetEdit.Saved);
        (await EditAsync(clone, (editor, set) => editor.WriteTableAsync(_province.Focal, set, set.Version, new MemoryStream("khong phai bang"u8.ToArray()), "bo.csv"))).Outcome.ShouldBe(SetEditOutcome.Refused);

        var after = CriteriaSetYaml.Read((await _province.ReadAsync(_province.Focal, db => db.CriteriaEditions.SingleAsync(one => one.Id == clone))).Yaml);
        CriteriaSetYaml.Write(after).ShouldBe(CriteriaSetYaml.Write(before).Replace("Sáng kiến", "Sáng kiến cấp tỉnh"));
    }

    [Fact]
    [Requirement("SCR-05")]
    public async Task Edit_MaximaThatDoNotAddUpYet_AreKeptButCannotBePublished()
    {
        var clone = await CloneAsync();

        (await EditAsync(clone, (editor, set) => editor.WriteMaximaAsync(_province.Focal, set, set.Version, 30, new Dictionary<string, decimal> { ["1.3"] = 4 }))).Outcome.ShouldBe(SetEditOutcome.Saved);
        (await WithAsync(clone, (library, set) => library.PublishAsync(_province.Focal, set))).ShouldHaveSingleItem().Code.ShouldBe("1");
        var all = new Dictionary<string, decimal> { ["1"] = 19 };
        (await EditAsync(clone, (editor, set) => editor.WriteMaximaAsync(_province.Focal, set, set.Version, 29, all))).Outcome.ShouldBe(SetEditOutcome.Saved);

        (await WithAsync(clone, (library, set) => library.PublishAsync(_province.Focal, set))).ShouldBeEmpty();
        (await _province.ReadAsync(_province.WardFocal, db => db.CriteriaEditions.CountAsync(one => one.State == EditionState.Published))).ShouldBe(2);
    }

    [Theory]
    [InlineData("rule: { kind: formula, variables: [], cases: [{ then: \"1 +\" }] }")]
    [InlineData("rule: { kind: bands, of: ratio, bands: [{ range: \"> 90\", points: 5 }] }")]
    [InlineData("rule: khong_co")]
    public async Task Edit_BrokenRule_SavesNothing(string rule)
    {
        var clone = await CloneAsync();

        var edit = await EditAsync(clone, (editor, set) => editor.WriteAsync(_province.Focal, set, set.Version, "1.3", null, new CriterionText("1.3", "Sáng kiến", 5, rule)));

        edit.Outcome.ShouldBe(SetEditOutcome.Refused);
        edit.Problems.ShouldNotBeEmpty();
        (await EditAsync(clone, (editor, set) => editor.RemoveAsync(_province.Focal, set, seen: 99, "1.3"))).Outcome.ShouldBe(SetEditOutcome.MovedOn);
    }

    [Theory]
    [Requirement("RNK-04")]
    [InlineData("par-index-tinh/1", null)]
    [InlineData("par-index-tinh/99", "bộ “par-index-tinh” không có tiêu chí “99”")]
    [InlineData("bo-khac/1", "không có bộ tiêu chí “bo-khac”")]
    [InlineData("par-thu/1", "đóng góp cho chính bộ này")]
    [InlineData("par-index-tinh", "viết mã bộ tiêu chí, dấu “/” rồi mã tiêu chí")]
    public async Task Edit_FedCriterion_MustExistInTheNamedSet(string fed, string? problem)
    {
        var clone = await CloneAsync();
        var text = new CriterionText("1.3", "Sáng kiến", 5, "rule: { kind: count, each: 2.5 }") { Feeds = [fed] };

        var edit = await EditAsync(clone, (editor, set) => editor.WriteAsync(_province.Focal, set, set.Version, "1.3", null, text));

        (edit.Outcome, edit.Problems.Count).ShouldBe(problem is null ? (SetEditOutcome.Saved, 0) : (SetEditOutcome.Refused, 1));
        string.Concat(edit.Problems).ShouldContain(problem ?? "");
    }

    [Fact]
    public async Task Import_TableOfOfficials_BecomesADraft()
    {
        var taken = await ImportAsync("STT;Tiêu chí;Điểm tối đa;Tài liệu kiểm chứng\n1;Chỉ đạo;3;\n1.1;Kế hoạch;1;Kế hoạch\n1.2;Báo cáo;2;Báo cáo\n", "bo.csv");

        taken.Problems.Count.ShouldBe(2, "what the reader assumed");
        (await _province.ReadAsync(_province.Focal, db => db.CriteriaEditions.SingleAsync(one => one.Id == taken.EditionId))).ShouldSatisfyAllConditions(
            draft => draft.State.ShouldBe(EditionState.Draft), draft => draft.Leaves.ShouldBe(2), draft => draft.Total.ShouldBe(3));
        (await _province.ReadAsync(_province.WardFocal, db => db.CriteriaEditions.CountAsync())).ShouldBe(1, "drafts stay inside");
    }

    private async Task<Guid> CloneAsync()
    {
        var published = await _province.ReadAsync(_province.Focal, db => db.CriteriaEditions.SingleAsync());
        return (await WithAsync(published.Id, (library, set) => library.CloneAsync(_province.Focal, set, "2027"))).EditionId!.Value;
    }

    private Task<TakenSet> ImportAsync(string text, string name) => _province.AsAsync(_province.Focal, (SetLibrary library) =>
        library.ImportAsync(_province.Focal, new MemoryStream(Encoding.UTF8.GetBytes(text)), name, "par-bang", "2026"));

    private Task<T> WithAsync<T>(Guid id, Func<SetLibrary, CriteriaEdition, Task<T>> use) =>
        _province.AsAsync(_province.Focal, async (SetLibrary library) => await use(library, (await library.FindAsync(id))!));

    private Task<SetEdit> EditAsync(Guid id, Func<SetEditor, CriteriaEdition, Task<SetEdit>> use) => _province.AsAsync(_province.Focal, async (IServiceProvider services) =>
        await use(services.GetRequiredService<SetEditor>(), (await services.GetRequiredService<SetLibrary>().FindAsync(id))!));
}
