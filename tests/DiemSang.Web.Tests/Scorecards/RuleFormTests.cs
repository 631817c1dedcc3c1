using System.Net;
using DiemSang.Documents.Criteria;
using DiemSang.Modules.Access;
using DiemSang.Web.Pages.Scorecards.Sets.Rules;
using DiemSang.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Tests.Scorecards;

[Collection(nameof(WebApp))]
public sealed class RuleFormTests(WebApp app)
{
    [Fact]
    public void Read_EveryRuleOfTheShippedSets_IsTheSameAfterTheForm()
    {
        var rules = CriteriaFiles.Default.SelectMany(set => set.All()).Select(node => node.Criterion).Where(criterion => criterion.Rule is not null).ToList();

        rules.Select(criterion => criterion.Rule!.Kind).Distinct().Count().ShouldBeGreaterThan(9);
        foreach (var criterion in rules)
        {
            var (read, problems) = Read(RuleForm.Of(criterion.Rule!).WithRoom(), criterion.Max);

            problems.ShouldBeEmpty(criterion.Code);
            CriteriaSetYaml.WriteRule(read!).ShouldBe(CriteriaSetYaml.WriteRule(criterion.Rule!), criterion.Code);
        }
    }

    [Theory]
    [InlineData("bands", "range", "từ 5", "Form.Rows[0][range]", "không hiểu được")]
    [InlineData("levels", "points", "nửa", "Form.Rows[0][points]", "không phải là số")]
    [InlineData("deadline", "by", "31/02", "Form.Rows[0][by]", "không phải ngày/tháng")]
    [InlineData("formula", "formula", "a +", "Form.Rows[0][formula]", "vị trí")]
    [InlineData("checklist", "label", "Một nội dung", "Form.Rows[0][points]", "chưa có gì")]
    public void Read_WhatCannotBeRead_IsSaidAtItsBox(string kind, string column, string typed, string field, string message)
    {
        var (rule, problems) = Read(new RuleForm { Kind = kind, Rows = [new() { [column] = typed }] }, 5);

        rule.ShouldBeNull();
        problems[field].ShouldContain(message);
    }

    [Theory]
    [InlineData("≥ 70 và ≤ 90,5", "> 90,5", "< 70")]
    [InlineData(">= 70; <90,5", ">=90,5", "< 70")]
    [InlineData(">=70, <=90.5", "> 90.5", "<70")]
    public void Read_RangesAsOfficialsTypeThem_AreUnderstood(params string[] typed)
    {
        var form = new RuleForm { Kind = "bands", Fields = new() { ["of"] = "percent" }, Rows = [.. typed.Select(range => new Dictionary<string, string?> { ["range"] = range, ["points"] = "1,5" })] };

        Read(form, 5).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Edit_RuleInBoxes_SaysWhatIsWrongAndSavesWhatIsRight()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var path = $"/scorecards/sets/{app.Scorecards.Draft}/rule?code=1.1";
        var form = await focal.OpenAsync($"{path}&kind=levels");
        form.Document.QuerySelectorAll("table.rule-rows tbody tr").Length.ShouldBe(2);

        var tooMuch = await focal.SubmitAsync(path, form, "main form.card", ("Form.Rows[0][label]", "Tốt"), ("Form.Rows[0][points]", "50"));
        tooMuch.Status.ShouldBe(HttpStatusCode.BadRequest);
        tooMuch.Text.ShouldContain("Mức “Tốt” nằm ngoài 0 đến 5 điểm.");
        var saved = await focal.SubmitAsync(path, form, "main form.card", ("Form.Rows[0][label]", "Tốt"), ("Form.Rows[0][points]", "5"), ("Form.Rows[1][label]", "Khá"), ("Form.Rows[1][percent]", "50"));

        saved.Status.ShouldBe(HttpStatusCode.Redirect, saved.Text);
        (await focal.OpenAsync($"/scorecards/sets/{app.Scorecards.Draft}/criterion?code=1.1")).Text.ShouldContain("key: kha");
    }

    [Fact]
    public async Task Check_WhileTyping_AnswersWithTheMessageOfEachBox()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var path = $"/scorecards/sets/{app.Scorecards.Draft}/rule?code=1.3";
        var form = await focal.OpenAsync(path);

        form.Find("main form.card").SetAttribute("action", $"{path}&handler=Check");
        var wrong = await focal.SubmitAsync(path, form, "main form.card", ("Form.Fields[each]", "một"));
        var right = await focal.SubmitAsync(path, form, "main form.card", ("Form.Fields[each]", "2,5"));

        wrong.Status.ShouldBe(HttpStatusCode.OK, wrong.Text);
        wrong.Find("#Form-Fields-each-error").TextContent.ShouldContain("“một” không phải là số");
        right.Find("#Form-Fields-each-error").TextContent.ShouldBeEmpty();
        right.Text.ShouldContain("Đơn vị sẽ nhập");
    }

    private (DiemSang.Core.Scoring.Rules.ScoringRule? Rule, Dictionary<string, string> Problems) Read(RuleForm form, decimal max)
    {
        var state = new ModelStateDictionary();
        var rule = new RuleFormReader(form, "Form", state, app.Services.GetRequiredService<IStringLocalizer>()).Read(max);
        return (rule, state.Where(entry => entry.Value!.Errors.Count > 0).ToDictionary(entry => entry.Key, entry => entry.Value!.Errors[0].ErrorMessage));
    }
}
