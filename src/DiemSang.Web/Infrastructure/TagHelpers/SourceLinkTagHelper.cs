using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;source-link href="…" page="3" row="12" /&gt;</c>: from a number or a row back to its place in the document.</summary>
[HtmlTargetElement("source-link")]
public sealed class SourceLinkTagHelper(IStringLocalizer texts) : TagHelper
{
    public int? Page { get; set; }

    public int? Row { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        string[] places = [.. Place(Key("trang {0}"), Page), .. Place(Key("hàng {0}"), Row)];
        output.Become("a", "source");
        output.PreContent.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, "arrow")).Append(string.Join(", ", places));
    }

    private IEnumerable<string> Place(string sentence, int? number) =>
        number is { } known ? [texts[sentence, known.ToString(CultureInfo.InvariantCulture)]] : [];
}
