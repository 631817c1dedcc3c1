using System.Globalization;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Writing;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;

namespace DiemSang.Modules.Snapshots.Briefs;

/// <summary>A brief as a document and as the text of a mail; both say the same in the same order.</summary>
public static class BriefPaper
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static void WriteDocx(Brief brief, Organisation organisation, Stream output)
    {
        var head = new PaperHead("BÁO CÁO NHANH", "Tình hình thực hiện nhiệm vụ nâng cao các chỉ số") { Issuer = organisation.Name, Symbol = PlanWordsFile.Default.SymbolOf("Báo cáo", organisation.Name), Place = organisation.Place, IssuedOn = brief.Day };
        IEnumerable<PaperBlock> blocks = Sections(brief).Concat(Heard(brief)).SelectMany(section => section.Lines
            .Select(line => (PaperBlock)new PaperBlock.Text(line)).Prepend(new PaperBlock.Heading(section.Heading)));
        PaperDocxWriter.Write(new OfficePaper(head, [new PaperBlock.Text(Opening(brief)), .. blocks]) { Signers = [new PaperSigner("NGƯỜI BÁO CÁO", null)] }, output);
    }

    public static string Text(Brief brief) => string.Join("\n\n",
        Sections(brief).Concat(Heard(brief)).Select(section => $"{section.Heading}\n{string.Join('\n', section.Lines)}").Prepend($"{brief.Organisation}\n{Opening(brief)}")) + "\n";

    private static string Opening(Brief brief) =>
        $"Đến ngày {Day(brief.Day)}: {brief.Counts.All} nhiệm vụ, {brief.Counts.Done} hoàn thành, {brief.Counts.Late} quá hạn, {brief.Counts.Blocked} có vướng mắc, {brief.Counts.Silent} im lặng từ 30 ngày.";

    private static IEnumerable<(string Heading, IReadOnlyList<string> Lines)> Sections(Brief brief)
    {
        yield return ($"1. Quá hạn, vướng mắc ({brief.RedInAll})", OrNone([.. brief.Red.Select(Red)], brief.RedInAll));
        if (brief.Since is { } since)
        {
            yield return ($"2. Thay đổi so với bản chốt ngày {Day(since)} ({brief.ChangesInAll})",
                OrNone([.. brief.Changes.Select(change => $"- {Of(change.Movement)}: {change.Name} ({change.Leads})")], brief.ChangesInAll));
        }

        yield return ($"{(brief.Since is null ? 2 : 3)}. Chưa báo cáo ({brief.Silent.Count} đơn vị)",
            OrNone([.. brief.Silent.Select(silent => $"- {silent.Unit} – {silent.Head ?? "chưa có người đứng đầu"}: {silent.Tasks} nhiệm vụ")], brief.Silent.Count));
    }

    /// <summary>The last section, and none at all where nothing was published.</summary>
    private static IEnumerable<(string Heading, IReadOnlyList<string> Lines)> Heard(Brief brief) => brief.Heard is { Count: > 0 } heard
        ? [($"{(brief.Since is null ? 3 : 4)}. Người dân trả lời (số liệu nội bộ)", [.. heard.Select(Heard)])]
        : [];

    private static string Heard(BriefFigure figure) =>
        $"- {TrackingSheet.NameOf(figure.IndexCode)}: {Percent(figure.Share)} ± {Percent(figure.Margin)}{(figure.Before is { } before ? $", đợt trước {Percent(before)}" : "")}; {figure.People} người trả lời; nguồn: {figure.Source}.";

    private static string Percent(double share) => share.ToString("P1", Vietnamese);

    private static IReadOnlyList<string> OrNone(IReadOnlyList<string> lines, int inAll) =>
        lines.Count == 0 ? ["- Không có."] : inAll > lines.Count ? [.. lines, $"- … và {inAll - lines.Count} mục khác trên bảng nhiệm vụ."] : lines;

    private static string Red(BriefLine line)
    {
        var why = line.Light == Light.Late ? $"quá hạn từ {Day(line.LateSince!.Value)}" : "vướng mắc";
        return $"- {line.Name} ({line.Leads}): {why}{(line is { IsBlocked: true, Light: Light.Late } ? ", có vướng mắc" : "")}{(line.Percent is { } percent ? $", đạt {percent}%" : "")}";
    }

    private static string Of(Movement movement) => movement switch
    {
        Movement.NewlyLate => "Mới quá hạn",
        Movement.NewlyBlocked => "Mới vướng mắc",
        Movement.Reopened => "Mở lại",
        Movement.Added => "Mới thêm",
        Movement.Gone => "Không còn theo dõi",
        Movement.NewlyDone => "Mới hoàn thành",
        Movement.Freed => "Hết quá hạn, vướng mắc",
        Movement.Started => "Bắt đầu làm",
        _ => "Có tiến độ",
    };

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
