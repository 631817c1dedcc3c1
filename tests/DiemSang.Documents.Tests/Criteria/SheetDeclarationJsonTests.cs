using System.Text.Json;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Documents.Reading;

namespace DiemSang.Tests.Criteria;

public class SheetDeclarationJsonTests
{
    private const string Commune = "xa-minh-hoa";

    [Fact]
    public void Score_WholeSheetInShortForms_GivesIndexPointsAndSentences()
    {
        var result = Catalog.Score(Commune, """
            { "unit": "Xã Thử", "year": 2026, "declarations": {
              "I": 83.5,
              "1.1.1": { "date": "2026-01-20", "evidence": [{ "name": "12/KH-UBND", "date": "2025-12-20" }, "13/KH-UBND"] },
              "1.1.2": { "met": ["du_nhiem_vu", "cu_the_hoa"] },
              "1.1.3": { "numerator": 18, "denominator": 21, "excluded": 1 },
              "1.2.1": "kip_thoi", "1.2.2": { "met": ["nhiem_vu"] }, "1.2.3": true, "1.2.4": { "numerator": 9, "denominator": 10 },
              "1.3.1": { "met": ["quy_1", "sau_thang", "quy_3", "nam"] }, "1.3.2": true,
              "1.4.1": { "numerator": 4, "denominator": 5, "override": { "points": 0.8, "reason": "theo ví dụ của văn bản" } },
              "1.4.2": { "met": ["bang_dien_tu", "truyen_thong"] },
              "2": "notApplicable", "3.1": { "notApplicable": true, "reason": "không phát sinh" }, "3.2": "notApplicable", "3.3": 5,
              "3.4": { "khien_trach": 1, "canh_cao": 0 }, "3.5": "vi_pham_nhe", "C.1": "tot" } }
            """);
        result.Invalid.ShouldBeEmpty();
        (result.Points, result.ApplicableMax, result.PrintedIndex).ShouldBe((44.575m, 53m, 84.10m));

        var json = JsonDocument.Parse(ScoreSheetJson.Write(result)).RootElement;
        json.GetProperty("index").GetDecimal().ShouldBe(84.10m);
        json.GetProperty("points").GetDecimal().ShouldBe(44.575m);
        json.GetProperty("maxApplicable").GetDecimal().ShouldBe(53);
        var node = json.GetProperty("nodes").EnumerateArray().Single(node => node.GetProperty("code").GetString() == "1.1.3");
        (node.GetProperty("points").GetDecimal(), node.GetProperty("max").GetDecimal(), node.GetProperty("index").GetDecimal())
            .ShouldBe((0.9m, 1m, 90m));
        node.GetProperty("how").GetString().ShouldBe("18 ÷ (21 − 1) = 90 %: 90 × 1 ÷ 100 = 0,9 điểm.");
        json.GetProperty("flags").EnumerateArray().First().GetProperty("kind").GetString().ShouldBe("evidenceOutsideYear");
    }

    [Theory]
    [InlineData("[]", "phải là một đối tượng")]
    [InlineData("{", "JSON sai cú pháp")]
    [InlineData("""{ "declarations": { "1.2.3": true, "1.2.3": false } }""", "bị trùng khóa")]
    [InlineData("""{ "declaration": {} }""", "không có khóa “declaration”")]
    [InlineData("""{ "declarations": { "9.9": true } }""", "không có tiêu chí “9.9”")]
    [InlineData("""{ "declarations": { "1.1.3": 5 } }""", "tiêu chí 1.1.3 cần một đối tượng, ví dụ { \"numerator\": …, \"denominator\": …, \"excluded\": … }")]
    [InlineData("""{ "declarations": { "1.1.1": "20-01-2026" } }""", "phải là ngày dạng 2026-01-31")]
    [InlineData("""{ "declarations": { "1.1.1": { "date": "2026-02-30" } } }""", "phải là ngày dạng 2026-01-31")]
    [InlineData("""{ "declarations": { "1.2.3": { "override": { "points": 1 } } } }""", "“override” cần “points” và “reason”")]
    [InlineData("""{ "year": "2026", "declarations": {} }""", "“year” phải là năm")]
    [InlineData("""{ "targets": { "I": "lớn" } }""", "mục tiêu “lớn” không hiểu được")]
    public void Read_BadSheet_SaysWhatIsWrong(string json, string expected) =>
        Should.Throw<UnreadableDocumentException>(() => Catalog.Score(Commune, json)).Message.ShouldContain(expected);

    [Fact]
    public void Read_TenThousandLevelsDeep_IsRefused() =>
        Should.Throw<UnreadableDocumentException>(() => Catalog.Score(Commune, new string('[', 10_000)));

    [Fact]
    public void Score_UnknownMetItem_IsAnError() =>
        Catalog.Score(Commune, """{ "declarations": { "1.1.2": { "met": ["sai_ten"] } } }""").Invalid.Single().Problem
            .ShouldBe("Không có số liệu tên “sai_ten” ở tiêu chí này; cần: du_nhiem_vu, cu_the_hoa, ro_trach_nhiem.");

    [Fact]
    public void Score_ExplicitNull_MeansNeverIssued() =>
        Catalog.Score(Commune, """{ "year": 2026, "declarations": { "1.1.1": { "date": null } } }""").Find("1.1.1")!.State.ShouldBe(NodeState.Scored);
}
