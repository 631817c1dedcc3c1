using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Planning;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>Higher plans this one carries out, and the documents it rests on (PLN-02, PLN-03).</summary>
public sealed class ReferencesModel(PlanReview plans, HeaderEditor editor, IStringLocalizer texts) : DraftPage(plans)
{
    [BindProperty]
    public List<ReferenceInput> References { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        Version = Plan.Version;
        References =
        [
            .. Plan.Content.Parents.Select(parent => ReferenceInput.From(parent, isParent: true)),
            .. Plan.Content.LegalBases.Select(basis => ReferenceInput.From(basis, isParent: false)),
            new ReferenceInput(), new ReferenceInput(),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        var named = References.Where(reference => reference.Text is not null).ToLookup(reference => reference.IsParent, reference => reference.ToReference());
        var status = await editor.SetReferencesAsync(HttpContext.Actor(), id, Version, [.. named[true]], [.. named[false]], cancel);
        return status == EditStatus.Conflict
            ? await ShowTheirsAsync(id, cancel)
            : this.After(status, id, PlanLinks.Review(id), texts["Đã lưu kế hoạch cấp trên và căn cứ."], texts);
    }

    public sealed class ReferenceInput
    {
        [Display(Name = "Văn bản"), DataType(DataType.MultilineText), StringLength(2000, ErrorMessage = "Viết tối đa 2.000 ký tự.")]
        public string? Text { get; set; }

        public string? Kind { get; set; }

        [Display(Name = "Số"), StringLength(20, ErrorMessage = "Số dài tối đa 20 ký tự.")]
        public string? Number { get; set; }

        [Display(Name = "Ký hiệu"), StringLength(50, ErrorMessage = "Ký hiệu dài tối đa 50 ký tự.")]
        public string? Symbol { get; set; }

        [Display(Name = "Ngày")]
        public DateOnly? Date { get; set; }

        [Display(Name = "Cơ quan ban hành"), StringLength(200, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
        public string? Issuer { get; set; }

        public string? Subject { get; set; }

        [Display(Name = "Là kế hoạch cấp trên mà kế hoạch này thực hiện")]
        public bool IsParent { get; set; }

        public static ReferenceInput From(DocumentReference reference, bool isParent) => new()
        {
            Text = reference.Text, Kind = reference.Kind, Number = reference.Number, Symbol = reference.Symbol, Date = reference.Date, Issuer = reference.Issuer, Subject = reference.Subject,
            IsParent = isParent,
        };

        public DocumentReference ToReference() => new(Kind, Number, Symbol, Date, Issuer, Subject, Text!);
    }
}
