using DiemSang.Documents.Plans;
using DiemSang.Documents.Writing;

namespace DiemSang.Modules.Meetings.Minutes;

/// <summary>Giấy mời in the form of Decree 30, sample 1.7: one for all who are invited, or one for a single guest (FRM-02).</summary>
public static class InvitationPaper
{
    /// <param name="guests">Whom it invites.</param>
    /// <param name="issuedOn">Day printed beside the place.</param>
    public static void WriteDocx(Meeting meeting, MeetingNames names, IReadOnlyList<Guest> guests, DateOnly issuedOn, Stream output)
    {
        var head = new PaperHead("GIẤY MỜI", meeting.Title)
        {
            Issuer = names.Organisation.Name, Symbol = PlanWordsFile.Default.SymbolOf("Giấy mời", names.Organisation.Name), Place = names.Organisation.Place, IssuedOn = issuedOn,
        };
        PaperDocxWriter.Write(new OfficePaper(head, [.. Body(meeting, names, guests)])
        {
            Signers = [new PaperSigner((names.ChairPost ?? "Người chủ trì").ToUpperInvariant(), names.Chair)],
            Recipients = ["Như trên", "Lưu: VT"],
        }, output);
    }

    private static IEnumerable<PaperBlock> Body(Meeting meeting, MeetingNames names, IReadOnlyList<Guest> guests)
    {
        if (guests is [var only])
        {
            yield return new PaperBlock.Text($"{names.Organisation.Name} trân trọng kính mời: {Who(only)}");
        }
        else
        {
            yield return new PaperBlock.Text($"{names.Organisation.Name} trân trọng kính mời:");
            foreach (var guest in guests)
            {
                yield return new PaperBlock.Text($"- {Who(guest)};");
            }
        }

        yield return new PaperBlock.Text($"Tới dự: {meeting.Title}");
        yield return new PaperBlock.Text($"Chủ trì: {(names.ChairPost is { } post ? $"{names.Chair}, {post}" : names.Chair)}");
        yield return new PaperBlock.Text($"Thời gian: {meeting.StartsAt.InWords()}");
        yield return new PaperBlock.Text($"Địa điểm: {meeting.Place}{(meeting.Hamlet is { } hamlet ? $", {hamlet}" : "")}");
        yield return new PaperBlock.Text($"Nội dung: {string.Join("; ", meeting.Agenda.Where(item => item.TaskId is null && item.ConclusionId is null).OrderBy(item => item.Position).Select(item => item.Text))}./.");
    }

    private static string Who(Guest guest) => guest.StandingFor is null ? guest.Name : $"{guest.Name} – {guest.StandingFor}";
}
