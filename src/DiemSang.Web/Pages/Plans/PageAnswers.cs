using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans;

/// <summary>Answers that the pages of plans share.</summary>
internal static class PageAnswers
{
    /// <summary>The same form with what was typed and what is wrong.</summary>
    public static PageResult AskAgain(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }

    /// <summary>The same form with both versions: what the person typed and what somebody else saved meanwhile.</summary>
    public static PageResult ShowBoth(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        return page.Page();
    }

    /// <summary>Where a finished edit leads; a conflict without a form to show it on leads back with a sentence.</summary>
    public static IActionResult After(this PageModel page, EditStatus status, Guid planId, string address, string said, IStringLocalizer texts)
    {
        if (status == EditStatus.NotFound)
        {
            return new NotFoundResult();
        }

        page.Say(status switch
        {
            EditStatus.Saved => said,
            EditStatus.NotDraft => texts["Kế hoạch đã ban hành nên không sửa trực tiếp được. Việc điều chỉnh kế hoạch đã ban hành cần một văn bản điều chỉnh."],
            _ => texts["Người khác vừa sửa chỗ này nên thay đổi của bạn chưa được lưu. Xem bản mới nhất dưới đây rồi làm lại."],
        });
        return new RedirectResult(status == EditStatus.NotDraft ? PlanLinks.Plan(planId) : address);
    }
}
