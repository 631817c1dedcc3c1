using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Documents.Reading;

namespace DiemSang.Tests.Criteria;

public class CriteriaSetYamlTests
{
    [Theory]
    [InlineData("", "Tệp YAML phải là một bảng")]
    [InlineData("code: x\ncode: y", "Dòng 2: YAML sai cú pháp")]
    [InlineData("code: &a x\nversion: *a", "Dòng 1: không dùng “&” và “*”")]
    [InlineData("code: x", "Dòng 1: thiếu “version”")]
    [InlineData("code: x\nversion: \"1\"\ntitle: t\nindex: par", "Dòng 4: “index” là “par”; phải là một trong: PAR, SIPAS, PAPI")]
    [InlineData("code: [x]", "“code” phải là một giá trị")]
    public void Read_NotASet_SaysWhere(string yaml, string expected) =>
        Should.Throw<UnreadableDocumentException>(() => CriteriaSetYaml.Read(yaml)).Message.ShouldContain(expected);

    [Theory]
    [InlineData("max: 1,5, rule: yes_no", "không có khóa “5” ở đây")]
    [InlineData("max: \"1,5\", rule: yes_no", "“max” là “1,5”; phải là số viết với dấu chấm thập phân")]
    [InlineData("max: 1, rulle: yes_no", "không có khóa “rulle” ở đây; các khóa: ")]
    [InlineData("max: 1, rule: yesno", "không có cách tính “yesno”; các cách: yes_no, all_of")]
    [InlineData("max: 1, rule: bands", "cách tính “bands” cần tham số")]
    [InlineData("max: 1, rule: { kind: bands, of: percent, bands: [{ range: \"70-90\", points: 1 }] }", "khoảng “70-90” không hiểu được; viết như “>= 70, <= 90”")]
    [InlineData("max: 1, rule: { kind: deadline, steps: [{ by: 31/01, points: 1 }] }", "mốc “31/01” phải viết tháng-ngày")]
    [InlineData("max: 1, rule: { kind: formula, cases: [{ then: \"1 +\" }] }", "Công thức “1 +”, vị trí 4: cần một số, một biến hoặc dấu “(”, gặp hết công thức")]
    [InlineData("max: 1, rule: yes_no, feeds: [\"par-index-tinh\"]", "“par-index-tinh” chưa chỉ ra tiêu chí nào; viết mã bộ tiêu chí")]
    [InlineData("max: 1, rule: yes_no, scored_by: nobody", "phải là một trong: self_and_appraisal, appraisal_only, survey, figures")]
    public void Read_BadCriterion_SaysLineAndWhatIsExpected(string criterion, string expected)
    {
        var problem = Should.Throw<UnreadableDocumentException>(() => CriteriaSetYaml.Read(WithCriterion(criterion)));
        problem.Message.ShouldContain(expected);
        problem.Message.ShouldStartWith("Dòng 6: ");
        problem.Message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("- ")]
    [InlineData("{a: ")]
    public void Read_TenThousandLevelsDeep_IsRefusedWithoutExhaustingTheStack(string opening) =>
        Should.Throw<UnreadableDocumentException>(() => CriteriaSetYaml.Read(string.Concat(Enumerable.Repeat(opening, 10_000)))).Message
            .ShouldBe("Dòng 1: lồng sâu quá 40 cấp.");

    [Fact]
    public void Read_Children_InheritWhoScoresAndWhatProvesIt()
    {
        var set = CriteriaSetYaml.Read("""
            code: x
            version: "1"
            title: t
            total: 2
            criteria:
              - code: "1"
                title: a
                max: 2
                scored_by: appraisal_only
                evidence: required
                appraising_unit: Sở Nội vụ
                children:
                  - { code: "1.1", title: b, max: 1, rule: yes_no }
                  - { code: "1.2", title: c, max: 1, rule: yes_no, evidence: none }
            """);
        var child = set.Find("1.1")!;
        (child.ScoredBy, child.Evidence, child.AppraisingUnit).ShouldBe((ScoredBy.AppraisalOnly, EvidenceDemand.Required, "Sở Nội vụ"));
        set.Find("1.2")!.Evidence.ShouldBe(EvidenceDemand.None);
        CriteriaSetYaml.Write(CriteriaSetYaml.Read(CriteriaSetYaml.Write(set))).ShouldBe(CriteriaSetYaml.Write(set));
    }

    /// <summary>Every kind of rule with every parameter survives being written and read.</summary>
    [Fact]
    public void Read_WrittenRules_AreTheSameRules()
    {
        var set = CriteriaSetYaml.Read("""
            code: x
            version: "1"
            title: t
            index: PAPI
            total: 4
            may_exceed_maximum: true
            missing: unscored
            rounding: { decimals: 3, each_step: true }
            criteria:
              - { code: a, title: t, max: 1, previous: ["1", "2"], feeds: [tinh/1.2, tinh/I], rule: { kind: comparison, measure: percent_change, bands: [{ range: "> 0", points: 1 }, { range: "= 0", points: 0.5 }, { range: "< 0", points: 0 }] } }
              - { code: b, title: t, max: 1, rule: { kind: formula, variables: [{ name: x, label: X, whole: true, min: 0, max: 9 }, { name: y, label: Y, formula: "x / 10%" }], cases: [{ when: "y > 1 và x <> 3", then: "max_points", text: "đủ" }, { then: "0" }] } }
              - { code: c, title: t, max: 1, rule: { kind: deadline, steps: [{ by: "12-31", year_offset: -1, points: 1 }], late: 0.5, never: 0.1 } }
              - { code: d, title: t, max: 1, rule: { kind: proportional, full_at: 80, floor: 10, of: { kind: percent, label: "A: \"b\"", may_exceed_hundred: true, when_nothing: full } } }
              - { code: e, title: t, max: 3, kind: penalty, rule: { kind: survey, answers: [{ name: a, label: A, percent: 60 }] } }
            """);
        new ScoringEngine(set);
        var written = CriteriaSetYaml.Write(set);
        var again = CriteriaSetYaml.Read(written);
        CriteriaSetYaml.Write(again).ShouldBe(written);
        again.Find("b")!.Rule!.Inputs.Single().Max.ShouldBe(9);
        again.Find("a")!.Previous.ShouldBe(["1", "2"]);
        again.Find("a")!.Feeds.ShouldBe([new CriterionReference("tinh", "1.2"), new CriterionReference("tinh", "I")]);
        again.Index.ShouldBe(MeasuredIndex.Papi);
        again.Rounding.ShouldBe(new ScoreRounding(3, EachStep: true));
    }

    private static string WithCriterion(string criterion) =>
        $"code: x\nversion: \"1\"\ntitle: t\ntotal: 1\ncriteria:\n  - {{ code: \"1\", title: a, {criterion} }}\n";
}
