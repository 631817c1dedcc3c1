using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DiemSang.Modules.Reminders.Asking;

/// <param name="Link">Opens the update form.</param>
/// <param name="Note">What the person who urged wrote.</param>
public sealed record DigestLine(OpenWork Work, NotificationKind Kind, string Link, string? Note = null, string? ByName = null);

/// <summary>The day's one letter to one person, as plain text and as simple HTML that every mail program shows.</summary>
/// <param name="news">Title and address of what else the person has to know.</param>
public sealed class Digest(
    string organisation, string personName, DateOnly today, IReadOnlyList<DigestLine> lines, IReadOnlyList<WaitingLine> waiting,
    IReadOnlyList<(string Title, string Link)> news, string preferencesLink, int oneTapDays)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private const string WaitingHeading = "Chờ ý kiến của đồng chí", NewsHeading = "Thông báo";

    // Vietnamese letters stay themselves: as &#x…; they double the letter.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private enum Group { Urged, Late, Today, Soon, Requests, Escalated }

    public string Subject
    {
        get
        {
            var late = lines.Count(line => GroupOf(line) == Group.Late);
            var escalated = lines.Count(line => line.Kind == NotificationKind.Escalation);
            return lines.Count + waiting.Count == 0 ? news is [var only] ? only.Title : $"{news.Count} thông báo mới"
                : lines.Count == 0 ? $"{waiting.Count} việc chờ ý kiến của đồng chí"
                : lines.All(line => line.Work.IsOfPartner) ? $"Đề nghị phối hợp: {lines.Count} nội dung"
                : escalated == lines.Count ? $"{escalated} nhiệm vụ quá hạn cần chỉ đạo"
                : late > 0 ? $"{lines.Count} nhiệm vụ cần cập nhật, {late} quá hạn"
                : $"{lines.Count} nhiệm vụ cần cập nhật";
        }
    }

    public string Text
    {
        get
        {
            var text = new StringBuilder($"Kính gửi: {personName}\n");
            foreach (var line in waiting)
            {
                text.Append($"{(line == waiting[0] ? $"\n{WaitingHeading.ToUpper(Vietnamese)}\n" : "")}- {line.Title}\n  {line.Facts}\n  Mở: {line.Link}\n");
            }

            text.Append(lines.Count == 0 ? "" : $"\n{Opening}\n");
            foreach (var group in Groups)
            {
                text.Append($"\n{Heading(group.Key).ToUpper(Vietnamese)}\n");
                foreach (var line in group)
                {
                    text.Append($"- {Title(line)}\n  {Facts(line)}\n{(line.Note is null ? "" : $"  {Words(line)}\n")}  {Button(line)}: {line.Link}\n");
                }
            }

            if (news.Count > 0)
            {
                text.Append($"\n{NewsHeading.ToUpper(Vietnamese)}\n").AppendJoin("", news.Select(one => $"- {one.Title}\n  {one.Link}\n"));
            }

            return text.Append($"\n--\n{Closing}\n{preferencesLink}\n").ToString();
        }
    }

    public string Html
    {
        get
        {
            var html = new StringBuilder($"<!DOCTYPE html><html lang=\"vi\"><body style=\"font-family:sans-serif;line-height:1.5;max-width:40em\"><p>Kính gửi: {Encode(personName)}</p>");
            if (waiting.Count > 0)
            {
                html.Append($"{HtmlHeading(WaitingHeading)}<ul>");
                foreach (var line in waiting)
                {
                    html.Append($"{HtmlItem(line.Title)}{Encode(line.Facts)}<br><a href=\"{Encode(line.Link)}\">Mở</a></li>");
                }

                html.Append("</ul>");
            }

            html.Append(lines.Count == 0 ? "" : $"<p>{Encode(Opening)}</p>");
            foreach (var group in Groups)
            {
                html.Append($"{HtmlHeading(Heading(group.Key))}<ul>");
                foreach (var line in group)
                {
                    html.Append($"{HtmlItem(Title(line))}{Encode(Facts(line))}<br>{(line.Note is null ? "" : $"{Encode(Words(line))}<br>")}<a href=\"{Encode(line.Link)}\">{Button(line)}</a></li>");
                }

                html.Append("</ul>");
            }

            if (news.Count > 0)
            {
                html.Append($"{HtmlHeading(NewsHeading)}<ul>").AppendJoin("", news.Select(one => $"<li style=\"margin:.6em 0\"><a href=\"{Encode(one.Link)}\">{Encode(one.Title)}</a></li>")).Append("</ul>");
            }

            return html.Append($"<p style=\"color:#555;font-size:.9em\">{Encode(Closing)} <a href=\"{Encode(preferencesLink)}\">Đổi cách nhận thư</a></p></body></html>").ToString();
        }
    }

    private IEnumerable<IGrouping<Group, DigestLine>> Groups => lines.OrderBy(GroupOf).ThenBy(line => line.Work.DueOn).ThenBy(line => line.Work.Label, StringComparer.Ordinal).GroupBy(GroupOf);

    private string Opening => lines.All(line => line.Work.IsOfPartner)
        ? $"{organisation} trân trọng đề nghị phối hợp và cho biết tình hình các nội dung sau:"
        : $"Ngày {Date(today)}, các nhiệm vụ sau trong kế hoạch của {organisation} đang chờ:";

    private string Closing => lines.Count == 0 ? "Liên kết mở sau khi đăng nhập."
        : oneTapDays > 0
        ? $"Liên kết chỉ dành cho người nhận và mở đúng phiếu cập nhật trong {oneTapDays} ngày; không chuyển tiếp thư này."
        : "Liên kết mở phiếu cập nhật sau khi đăng nhập.";

    private Group GroupOf(DigestLine line) => line.Kind switch
    {
        NotificationKind.Urging => Group.Urged,
        _ when line.Work.IsOfPartner => Group.Requests,
        NotificationKind.Escalation => Group.Escalated,
        _ => line.Work.DueOn < today ? Group.Late : line.Work.DueOn == today ? Group.Today : Group.Soon,
    };

    private static string Heading(Group group) => group switch
    {
        Group.Urged => "Được đôn đốc",
        Group.Late => "Đã quá hạn",
        Group.Today => "Đến hạn hôm nay",
        Group.Soon => "Sắp đến hạn",
        Group.Requests => "Đề nghị phối hợp",
        _ => "Việc quá hạn của đơn vị, cần chỉ đạo",
    };

    private static string Title(DigestLine line) => line.Work.Label is { Length: > 0 } label ? $"{label}. {line.Work.Title}" : line.Work.Title;

    /// <summary>A partner's day is a wish, so it is not called a deadline.</summary>
    private static string Facts(DigestLine line) =>
        line.Work.DueOn is not { } due ? line.Work.UnitName : $"{line.Work.UnitName} · {(line.Work.IsOfPartner ? "mong nhận trước" : "hạn")} {Date(due)}";

    private static string Words(DigestLine line) => $"{line.ByName}: “{line.Note}”";

    private static string Button(DigestLine line) => line.Kind == NotificationKind.Escalation ? "Xem nhiệm vụ" : line.Work.IsOfPartner ? "Trả lời" : "Cập nhật";

    private static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string HtmlHeading(string words) => $"<h2 style=\"font-size:1.1em;margin-bottom:0\">{words}</h2>";

    private static string HtmlItem(string title) => $"<li style=\"margin:.6em 0\"><strong>{Encode(title)}</strong><br>";

    private static string Encode(string text) => Encoder.Encode(text);
}
