using System.Text.Encodings.Web;
using System.Text.Json;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Questionnaires;
using DiemSang.Documents.Questionnaires.XlsForm;
using DiemSang.Documents.Reading;
using DiemSang.Tests;

namespace DiemSang.Documents.Tests.Questionnaires;

[Requirement("SVY-04")]
public sealed class XlsFormFileTests
{
    private static readonly string[] SurveyHeadings = ["type", "name", "label", "label::English (en)", "required", "relevant", "constraint", "appearance", "kobo--score-choices"];
    private static readonly string[] ChoiceHeadings = ["list name", "name", "label", "label::English (en)"];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[][] YesNo = [ChoiceHeadings, ["yn", "1", "Có", "Yes"], ["yn", "2", "Không", "No"]];

    [Theory]
    [InlineData("sipas")]
    [InlineData("mot-cua")]
    [InlineData("xu-ly-don")]
    [InlineData("doanh-nghiep")]
    public void WriteThenRead_ShippedQuestionnaire_IsTheSame(string file)
    {
        var questionnaire = QuestionnaireYaml.Read(File.ReadAllText(Path.Combine(Repository.Root, "catalog", "surveys", $"{file}.yaml")));
        using var workbook = new MemoryStream();
        XlsFormFile.Write(questionnaire, workbook);
        workbook.Position = 0;
        var import = XlsFormFile.Read(workbook);
        import.Warnings.ShouldBeEmpty();
        Comparable(import.Questionnaire).ShouldBe(Comparable(questionnaire));
    }

    [Fact]
    public void Read_FormAsOdkWritesIt_UnderstandsGroupsConditionsAndTables()
    {
        var import = Read(
            [
                ["start", "start"],
                ["select_one yn", "had-case", "Đã nộp hồ sơ?", "Applied?", "yes"],
                ["begin group", "detail", "Chi tiết", "", "", "${had-case} = '1'"],
                ["integer", "times", "Mấy lần", "", "", "", ". >= 1 and . <= 9"],
                ["begin_group", "table", "Đánh giá", "", "", "", "", "field-list table-list"],
                ["select_one yn", "clean", "Sạch"],
                ["select_one yn", "quick", "Nhanh"],
                ["end_group"],
                ["text", "why", "Vì sao", "", "", "${clean} = '2'"],
                ["end group"],
            ],
            YesNo);
        var form = import.Questionnaire;
        form.Sections.Select(section => section.Code).ShouldBe(["phan_1", "detail"]);
        var detail = form.Sections.Single(section => section.Code == "detail");
        detail.Relevant!.Text.ShouldBe("${had_case} = '1'");
        detail.Questions.Select(question => question.Code).ShouldBe(["times", "table", "why"]);
        (detail.Questions[0].Smallest, detail.Questions[0].Largest).ShouldBe((1, 9));
        detail.Questions[1].Kind.ShouldBe(QuestionKind.Matrix);
        detail.Questions[1].Variables.ShouldBe(["table_clean", "table_quick"]);
        detail.Questions[2].Relevant!.Text.ShouldBe("${table_clean} = '2'");
    }

    [Fact]
    public void Read_KoboRating_IsAMatrix()
    {
        var import = Read(
            [["begin_score", "rate", "Đánh giá", "", "", "", "", "", "yn"], ["score__row", "a", "Một"], ["score__row", "b", "Hai"], ["end_score"]], YesNo);
        import.Questionnaire.Questions.ShouldHaveSingleItem().Variables.ShouldBe(["rate_a", "rate_b"]);
    }

    [Fact]
    public void Read_FormAsKoboExportsIt_KeepsTheQuestionsTellsTheRestAndComesBackTheSame()
    {
        using var workbook = new MemoryStream();
        ExportedWorkbook.Write(workbook, KoboExport.Sheets);
        workbook.Position = 0;

        var import = XlsFormFile.Read(workbook);

        import.Questionnaire.Questions.Select(question => (question.Code, question.Kind)).ShouldBe(KoboExport.Questions);
        import.Questionnaire.Title.Vi.ShouldBe("Phiếu thăm dò");
        import.Questionnaire.Code.ShouldBe("aPhieuThamDo");
        import.Questionnaire.Questions.First().Text.Vi.ShouldBe("Ông/Bà đã đến\nbộ phận một cửa chưa?");
        import.Warnings.ShouldBe(KoboExport.LeftOut);
        using var again = new MemoryStream();
        XlsFormFile.Write(import.Questionnaire, again);
        again.Position = 0;
        Comparable(XlsFormFile.Read(again).Questionnaire).ShouldBe(Comparable(import.Questionnaire));
    }

    [Fact]
    public void Read_OrOther_AddsTheChoiceAndItsText()
    {
        var import = Read([["select_multiple yn or_other", "how", "Cách nào"]], YesNo);
        import.Questionnaire.Questions.Select(question => question.Code).ShouldBe(["how", "how_other"]);
        import.Questionnaire.Questions.First().Choices.Select(choice => choice.Code).ShouldBe(["1", "2", "other"]);
    }

    [Fact]
    public void Read_ConstraintItCannotKeep_SaysSo() =>
        Read([["integer", "n", "Số", "", "", "", ". mod 2 = 0"]], YesNo).Warnings.ShouldHaveSingleItem().ShouldStartWith("Dòng 2:");

    [Fact]
    public void Read_WhatKoboAddsAndWeLack_IsToldByColumnAndLine()
    {
        using var workbook = new MemoryStream();
        PlainWorkbook.Write(workbook,
        [
            ("survey",
            [
                ["type", "name", "label::Tiếng Việt (vi)", "label::Français (fr)", "default", "$kuid", "image"],
                ["start", "start", "", "", "", "k1", ""],
                ["calculate", "tuoi", "", "", "", "k2", ""],
                ["text", "gop_y", "Góp ý", "Avis", "Tốt", "k3", "a.png"],
            ]),
            ("choices", YesNo),
        ]);
        workbook.Position = 0;

        XlsFormFile.Read(workbook).Warnings.ShouldBe(
        [
            "Trang survey, cột “label::français (fr)”: không giữ (dòng 4). Phiếu chỉ có tiếng Việt và tiếng Anh.",
            "Trang survey, cột “default”: không giữ (dòng 4). Phiếu không điền sẵn câu trả lời.",
            "Trang survey, cột “image”: không giữ (dòng 4). Phiếu nhẹ để điện thoại mạng yếu mở được.",
            "Dòng 3: “calculate” không hỏi người trả lời nên không lấy.",
        ]);
    }

    [Theory]
    [InlineData("geopoint", "", "kiểu “geopoint” chưa dùng được")]
    [InlineData("select_one khac", "", "danh sách lựa chọn “khac” không có")]
    [InlineData("text", "regex(${a}, 'b')", "Không hiểu điều kiện")]
    public void Read_WhatCannotBeAsked_IsRefusedWithItsLine(string type, string relevant, string complaint) =>
        Should.Throw<UnreadableDocumentException>(() => Read([[type, "a", "Câu", "", "", relevant]], YesNo)).Message.ShouldStartWith($"Trang survey, dòng 2: {complaint}");

    [Fact]
    public void Read_GroupLeftOpen_IsRefused() =>
        Should.Throw<UnreadableDocumentException>(() => Read([["begin_group", "g", "Nhóm"], ["text", "a", "A"]], YesNo)).Message.ShouldContain("end_group");

    [Fact]
    public void Read_SomethingElse_IsRefused() =>
        Should.Throw<UnreadableDocumentException>(() => XlsFormFile.Read(new MemoryStream("type,name\n"u8.ToArray())));

    private static XlsFormImport Read(string[][] survey, string[][] choices)
    {
        using var workbook = new MemoryStream();
        PlainWorkbook.Write(workbook, [("survey", [SurveyHeadings, .. survey]), ("choices", choices)]);
        workbook.Position = 0;
        return XlsFormFile.Read(workbook);
    }

    /// <summary>Line by line, without what the format has no place for: index, source, English title.</summary>
    private static string[] Comparable(Questionnaire questionnaire) =>
        JsonSerializer.Serialize(questionnaire with { Index = null, Source = null, Title = new(questionnaire.Title.Vi) }, Indented).Split('\n');
}
