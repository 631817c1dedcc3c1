using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Pages.Shared.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Access.People.Edit;

/// <summary>Takes a person out of work, or back in. The account opens no more from the next click; nothing is deleted.</summary>
public sealed class LeaveModel(DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public Person Person { get; private set; } = null!;

    public Confirmation Question => Person.LeftOn is null
        ? new(texts["Cho {0} nghỉ?", Person.FullName],
            [texts["Tài khoản không đăng nhập được nữa, kể cả phiên đang mở."], texts["Công việc đã giao giữ nguyên: giao lại cho người khác."]],
            texts["Cho nghỉ"], BackPath, IsDangerous: true)
        : new(texts["{0} trở lại làm việc?", Person.FullName],
            [texts["Tài khoản và các vai trò còn hạn dùng lại được ngay."]],
            texts["Trở lại làm việc"], BackPath);

    private string BackPath => $"/access/people/{Person.Id}";

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var comesBack = Person.LeftOn is not null;
        if (comesBack)
        {
            Person.ComeBack();
        }
        else
        {
            Person.Leave(clock.Today());
        }

        await db.SaveAsync(HttpContext.Actor().To(comesBack ? "access.come-back" : "access.leave"));
        this.Say(comesBack ? texts["{0} đã trở lại làm việc.", Person.FullName] : texts["{0} đã nghỉ.", Person.FullName]);
        return Redirect(BackPath);
    }

    /// <summary>Nobody locks themselves out.</summary>
    private async Task<bool> FindAsync(Guid id)
    {
        Person = (await db.FindPersonAsync(HttpContext.Actor(), id))!;
        return Person is not null && id != HttpContext.Actor().PersonId;
    }
}
