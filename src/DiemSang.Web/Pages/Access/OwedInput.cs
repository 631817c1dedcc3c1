using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Web.Pages.Access;

/// <summary>Who owes a piece of work, and by when: a conclusion of a meeting, the support of an outside survey.</summary>
public abstract class OwedInput
{
    [Display(Name = "Đơn vị thực hiện"), Required(ErrorMessage = "Chọn đơn vị.")]
    public Guid? Unit { get; set; }

    [Display(Name = "Người thực hiện")]
    public Guid? Person { get; set; }

    [Display(Name = "Thời hạn"), Required(ErrorMessage = "Nhập thời hạn.")]
    public DateOnly? DueOn { get; set; }

    /// <summary>The form offers only the own organisation's; a made-up request may name others.</summary>
    public async Task<bool> IsOfAsync(DiemSangDbContext db, Actor actor) =>
        Unit is { } unit && await db.FindUnitAsync(actor, unit) is not null && (Person is not { } person || await db.FindPersonAsync(actor, person) is not null);
}
