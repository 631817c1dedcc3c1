using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Surveys.Collecting;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Answer;

/// <summary>The form behind a QR code or a link: any phone, no account, no script.</summary>
public sealed class IndexModel(FormDirectory forms, CodeChecker codes, ResponseWriter writer, AnswerThrottle throttle, TimeProvider clock, IStringLocalizer texts)
    : AnswerPage(forms, codes, writer, throttle, clock, texts)
{
    protected override CollectionChannel Channel => CollectionChannel.Web;

    protected override string Root => "/surveys/answer";
}
