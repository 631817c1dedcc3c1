using System.ComponentModel.DataAnnotations;
using System.Globalization;
using DiemSang.Core.Reminders;
using DiemSang.Modules.Reminders;
using DiemSang.Modules.Reminders.Asking;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Reminders.Preferences;

/// <summary>How I am reminded, and the days on which somebody else is.</summary>
public sealed class IndexModel(DiemSangDbContext db, ReminderRules rules, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private const string TimeFormat = "HH:mm";

    [BindProperty]
    public PreferenceInput Input { get; set; } = new();

    [BindProperty]
    public AbsenceInput Away { get; set; } = new();

    public ReminderRule Rule { get; private set; } = null!;
    public string? Address { get; private set; }
    public IReadOnlyList<Absence> Absences { get; private set; } = [];

    public IEnumerable<SelectListItem> Hours => [new(texts["Theo giờ chung"], ""), .. ReminderWords.HalfHours(Rule.DigestAt.Hour + 1, 17)];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } chosen)
        {
            Input = new PreferenceInput { ByMail = chosen.ByMail, DigestAt = chosen.DigestAt?.ToString(TimeFormat, CultureInfo.InvariantCulture) };
        }

        await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        var chosen = await FindAsync(cancel) ?? db.Add(new Preference { OrganisationId = actor.OrganisationId, PersonId = actor.PersonId }).Entity;
        chosen.ByMail = Input.ByMail;
        chosen.DigestAt = TimeOnly.TryParseExact(Input.DigestAt, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;
        await db.SaveAsync(actor.To("reminders.prefer"), cancel);
        this.Say(texts["Đã lưu cách nhận nhắc việc."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAbsenceAsync(CancellationToken cancel)
    {
        if (Away.From is null || Away.To is null || Away.To < Away.From)
        {
            ModelState.AddModelError("Away.To", texts["Nhập ngày đầu và ngày cuối; ngày cuối phải từ ngày đầu trở đi."]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await ShowAsync(cancel);
            return Page();
        }

        var actor = HttpContext.Actor();
        db.Absences.Add(new Absence { OrganisationId = actor.OrganisationId, PersonId = actor.PersonId, FromDate = Away.From.Value, ToDate = Away.To.Value });
        await db.SaveAsync(actor.To("reminders.be-absent"), cancel);
        this.Say(texts["Đã ghi ngày vắng. Nhắc việc trong những ngày này được gửi cho người thay bạn."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        if (await Mine.SingleOrDefaultAsync(absence => absence.Id == id, cancel) is not { } absence)
        {
            return NotFound();
        }

        db.Absences.Remove(absence);
        await db.SaveAsync(actor.To("reminders.come-back"), cancel);
        this.Say(texts["Đã bỏ ngày vắng."]);
        return RedirectToPage();
    }

    private IQueryable<Absence> Mine =>
        db.Absences.Where(absence => absence.OrganisationId == HttpContext.Actor().OrganisationId && absence.PersonId == HttpContext.Actor().PersonId);

    private Task<Preference?> FindAsync(CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        return db.Preferences.SingleOrDefaultAsync(one => one.OrganisationId == actor.OrganisationId && one.PersonId == actor.PersonId, cancel);
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        var today = clock.Today();
        Rule = await rules.OfAsync(actor.OrganisationId, cancel);
        Address = await db.People.Where(person => person.OrganisationId == actor.OrganisationId && person.Id == actor.PersonId).Select(person => person.Email).SingleAsync(cancel);
        Absences = await Mine.Where(absence => absence.ToDate >= today).OrderBy(absence => absence.FromDate).ToListAsync(cancel);
    }

    public sealed class PreferenceInput
    {
        [Display(Name = "Nhận thư tổng hợp mỗi ngày")]
        public bool ByMail { get; set; } = true;

        [Display(Name = "Giờ nhận thư")]
        public string? DigestAt { get; set; }
    }

    public sealed class AbsenceInput
    {
        [Display(Name = "Vắng từ ngày")]
        public DateOnly? From { get; set; }

        [Display(Name = "Vắng đến hết ngày")]
        public DateOnly? To { get; set; }
    }
}
