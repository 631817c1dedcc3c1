using DiemSang.Modules.Reminders;
using DiemSang.Modules.Reminders.Sending;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Reminders.Letters;

/// <summary>For the administrator: which letters did not arrive, in the mail server's words, and once more.</summary>
public sealed class IndexModel(DiemSangDbContext db, MailSettings settings, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private const int Shown = 100;

    public bool IsOn => settings.IsOn;
    public int Sent { get; private set; }
    public int Waiting { get; private set; }
    public IReadOnlyList<FailedLetter> Failed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var monthAgo = clock.GetUtcNow().AddDays(-30);
        Sent = await Own.CountAsync(mail => mail.State == MailState.Sent && mail.SentAt >= monthAgo, cancel);
        Waiting = await Own.CountAsync(mail => mail.State == MailState.Waiting, cancel);
        Failed = await (
            from mail in Own
            where mail.State == MailState.Failed
            join person in db.People on new { mail.OrganisationId, Id = mail.PersonId } equals new { person.OrganisationId, person.Id }
            orderby mail.CreatedAt descending
            select new FailedLetter(mail.Id, person.Id, person.FullName, mail.Address, mail.Subject, mail.CreatedAt, mail.Failure)).Take(Shown).ToListAsync(cancel);
    }

    /// <summary>To the address the person has now: a wrong one was mended meanwhile.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await Own.SingleOrDefaultAsync(mail => mail.Id == id && mail.State == MailState.Failed, cancel) is not { } letter)
        {
            return NotFound();
        }

        var address = await db.People.Where(person => person.OrganisationId == letter.OrganisationId && person.Id == letter.PersonId).Select(person => person.Email).SingleAsync(cancel);
        letter.TryAgain(address, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        this.Say(texts["Thư được xếp hàng gửi lại."]);
        return RedirectToPage();
    }

    private IQueryable<Mail> Own => db.Mails.Where(mail => mail.OrganisationId == HttpContext.Actor().OrganisationId);

    public sealed record FailedLetter(Guid Id, Guid PersonId, string PersonName, string Address, string Subject, DateTimeOffset CreatedAt, string? Failure);
}
