using System.Globalization;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Writing;
using DiemSang.Modules.Shared;

namespace DiemSang.Modules.Meetings.Minutes;

/// <summary>Biên bản in the form of Decree 30, sample 1.9, drafted from agenda, attendance, proposals and conclusions (LDR-03).</summary>
public static class MinutesPaper
{
    public static void WriteDocx(Meeting meeting, MeetingNames names, Stream output)
    {
        var head = new PaperHead("BIÊN BẢN", meeting.Title) { Issuer = names.Organisation.Name, Number = meeting.MinutesNumber, Symbol = PlanWordsFile.Default.SymbolOf("Biên bản", names.Organisation.Name), IsDated = false };
        PaperDocxWriter.Write(new OfficePaper(head, [.. Opening(meeting, names), .. Content(meeting, names), .. Closing(meeting)])
        {
            Signers = [new PaperSigner("THƯ KÝ", names.Secretary), new PaperSigner("CHỦ TỌA", names.Chair)],
            Recipients = ["Thành phần dự họp", "Lưu: VT"],
        }, output);
    }

    private static IEnumerable<PaperBlock> Opening(Meeting meeting, MeetingNames names)
    {
        yield return Text($"Thời gian bắt đầu: {meeting.StartsAt.InWords()}.");
        yield return Text($"Địa điểm: {meeting.Place}{(meeting.Hamlet is null ? "" : $", {meeting.Hamlet}")}.");
        yield return Text("Thành phần tham dự:");
        foreach (var guest in meeting.Guests.Where(guest => guest.Attendance == Attendance.Present))
        {
            yield return Text($"- {Who(guest)}.");
        }

        var absent = meeting.Guests.Where(guest => guest.Attendance == Attendance.Absent).Select(Who).ToList();
        if (absent.Count > 0)
        {
            yield return Text($"Vắng mặt: {string.Join("; ", absent)}.");
        }

        yield return Text($"Chủ trì (chủ tọa): {names.Chair}.");
        yield return Text($"Thư ký (người ghi biên bản): {names.Secretary}.");
    }

    private static IEnumerable<PaperBlock> Content(Meeting meeting, MeetingNames names)
    {
        yield return new PaperBlock.Heading("Nội dung (theo diễn biến cuộc họp):");
        foreach (var (item, number) in meeting.Agenda.OrderBy(item => item.Position).Select((item, i) => (item, i + 1)))
        {
            yield return Text($"{number}. {item.Text}.");
            foreach (var line in Lines(item.Discussion))
            {
                yield return Text(line);
            }
        }

        foreach (var line in Lines(meeting.Notes))
        {
            yield return Text(line);
        }

        foreach (var block in Proposals(meeting, names).Concat(Conclusions(meeting, names)))
        {
            yield return block;
        }
    }

    private static IEnumerable<PaperBlock> Proposals(Meeting meeting, MeetingNames names) => meeting.Proposals.Count == 0 ? [] :
    [
        new PaperBlock.Heading("Kiến nghị của Nhân dân:"),
        new PaperBlock.Table(
            [new("STT", 9), new("Người kiến nghị", 20), new("Nội dung kiến nghị", 40), new("Đơn vị trả lời", 20), new("Thời hạn", 14)],
            [.. meeting.Proposals.OrderBy(one => one.Position).Select(one => (IReadOnlyList<string>)[Number(one.Position), one.Proposer, one.Text, names.Units[one.UnitId], Day(one.DueOn)])]),
    ];

    private static IEnumerable<PaperBlock> Conclusions(Meeting meeting, MeetingNames names) => meeting.Conclusions.Count == 0 ? [] :
    [
        new PaperBlock.Heading("Kết luận của người chủ trì:"),
        new PaperBlock.Table(
            [new("STT", 9), new("Nội dung kết luận", 48), new("Đơn vị, người thực hiện", 30), new("Thời hạn", 16)],
            [.. meeting.Conclusions.OrderBy(one => one.Position).Select(one => (IReadOnlyList<string>)[Number(one.Position), one.Text, Owner(one, names), Day(one.DueOn)])]),
    ];

    private static IEnumerable<PaperBlock> Closing(Meeting meeting)
    {
        var end = meeting.EndedAt is { } endedAt ? endedAt.InWords() : "…… giờ ……, ngày …… tháng …… năm ……";
        yield return Text($"Cuộc họp kết thúc vào {end}; biên bản đã được đọc lại cho những người dự họp cùng nghe và nhất trí thông qua./.");
    }

    private static string Owner(Conclusion conclusion, MeetingNames names) =>
        conclusion.PersonId is { } person ? $"{names.Units[conclusion.UnitId]} ({names.People[person]})" : names.Units[conclusion.UnitId];

    private static string Who(Guest guest) => guest.StandingFor is null ? guest.Name : $"{guest.Name} – {guest.StandingFor}";

    private static IEnumerable<string> Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static PaperBlock.Text Text(string words) => new(words);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
