using DiemSang.Documents.Writing.Posters;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Points;

/// <summary>One collection point: its addresses, the words to send with them, and its poster.</summary>
public sealed class DetailsModel(SurveyList surveys, DiemSangDbContext db, IStringLocalizer texts) : PageModel
{
    public CollectionPoint Point { get; private set; } = null!;
    public OpenedSurvey Opened { get; private set; } = null!;
    public string Address => Request.AddressOf(Point);
    public string KioskAddress => Address.Replace("/surveys/answer/", "/surveys/kiosk/");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetPosterAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var organisation = await db.Organisations.Where(own => own.Id == Point.OrganisationId).Select(own => own.Name).SingleAsync(cancel);
        using var pdf = new MemoryStream();
        SurveyPoster.WritePdf(TextOf(organisation), pdf);
        return File(pdf.ToArray(), "application/pdf", $"ap-phich-{Point.Code}.pdf");
    }

    public async Task<IActionResult> OnGetQrAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? File(SurveyPoster.Png(Address), "image/png", $"qr-{Point.Code}.png") : NotFound();

    private PosterText TextOf(string organisation) => new(
        organisation.ToUpperInvariant(), Opened.Survey.Title, Point.Name,
        texts["Quét mã bằng máy ảnh điện thoại để trả lời"],
        texts["Không cần tài khoản, không cài phần mềm. Không có điện thoại thông minh: hỏi phiếu giấy tại quầy."],
        texts["Phiếu không ghi tên và không ảnh hưởng đến hồ sơ. Kết quả chỉ công bố dưới dạng số tổng hợp."],
        Address);

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        if (await surveys.FindPointAsync(actor, id, cancel) is not { } point)
        {
            return false;
        }

        Point = point;
        Opened = (await surveys.FindAsync(actor, point.SurveyId, cancel))!;
        return true;
    }
}
