using System.Globalization;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Writing;

namespace DiemSang.Modules.Surveys.Outside;

/// <summary>
/// Thông báo phối hợp điều tra, for notice boards and loudspeakers: who asks, when, where, whom to call; that people answer freely and the
/// commune learns neither who was asked nor what was said.
/// </summary>
public static class AnnouncementPaper
{
    /// <param name="issuedOn">Day printed beside the place.</param>
    public static void WriteDocx(OutsideFile file, DateOnly issuedOn, Stream output)
    {
        var organisation = file.Organisation;
        var head = new PaperHead("THÔNG BÁO", $"Về việc phối hợp thực hiện {file.Survey.Title}")
        {
            Issuer = organisation.Name, Symbol = PlanWordsFile.Default.SymbolOf("Thông báo", organisation.Name), Place = organisation.Place, IssuedOn = issuedOn,
        };
        PaperDocxWriter.Write(new OfficePaper(head, [.. Body(file).Select(words => new PaperBlock.Text(words))])
        {
            Signers = [new PaperSigner("CHỦ TỊCH", null) { Authority = "TM. ỦY BAN NHÂN DÂN" }],
            Recipients = ["Các thôn, tổ dân phố (để thông báo)", "Lưu: VT"],
        }, output);
    }

    private static IEnumerable<string> Body(OutsideFile file)
    {
        var (survey, own) = (file.Survey, file.Organisation.Name);
        yield return $"{Basis(survey)}{survey.Organiser} tiến hành {survey.Title} trên địa bàn từ ngày {Day(survey.FromDate)} đến hết ngày {Day(survey.ToDate)}. {own} thông báo để Nhân dân biết và tạo điều kiện cho đoàn điều tra làm việc:";
        if (survey.Area is { } area)
        {
            yield return $"1. Địa bàn: {string.Join("; ", area.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))}.";
        }

        var next = survey.Area is null ? 1 : 2;
        yield return $"{next}. Người được hỏi do cơ quan điều tra chọn. Ông/Bà được mời có quyền nhận lời hoặc từ chối; khi trả lời, xin nói khách quan, trung thực, theo đúng những gì mình đã trải qua.";
        yield return $"{next + 1}. {own} không biết ai được hỏi, không nhận và không xem câu trả lời. Không cán bộ, công chức nào được trả lời thay hoặc có mặt khi Ông/Bà trả lời.";
        yield return $"{next + 2}. Khi cần hỏi lại, xin liên hệ: {Contacts(file)}.";
        foreach (var line in (survey.Announcement ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            yield return line;
        }
    }

    private static string Basis(OutsideSurvey survey) => survey.GuidanceNumber is not { } number ? ""
        : survey.GuidanceOn is { } day ? $"Thực hiện văn bản số {number} ngày {Day(day)}, " : $"Thực hiện văn bản số {number}, ";

    private static string Contacts(OutsideFile file)
    {
        var team = Joined(file.Survey.TeamName, file.Survey.TeamPhone, file.Survey.TeamEmail);
        var own = Joined(file.Contact.FullName, file.Contact.Post, file.Contact.Phone, file.Contact.Email);
        return team.Length == 0 ? $"{own} ({file.Organisation.ShortName})" : $"{team} (đoàn điều tra); {own} ({file.Organisation.ShortName})";
    }

    private static string Joined(params string?[] parts) => string.Join(", ", parts.OfType<string>());

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
