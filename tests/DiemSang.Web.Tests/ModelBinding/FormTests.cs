using System.Net;
using DiemSang.Web.Tests.Hosting;

namespace DiemSang.Web.Tests.ModelBinding;

/// <summary>Binding and redrawing of a form, on the sample form of the component page.</summary>
[Collection(nameof(WebApp))]
public sealed class FormTests(WebApp app)
{
    [Fact]
    public async Task Post_NumberAndDayUnclear_SaysWhyAndKeepsWhatWasTyped()
    {
        using var visitor = app.Visitor();

        var page = await SendAsync(visitor, ("Input.Rate", "1.234,5"), ("Input.Due", "31/2/2026"), ("Input.Unit", "vhxh"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Find("#Input_Rate").GetAttribute("value").ShouldBe("1.234,5");
        page.Find("#Input_Rate-error").TextContent.ShouldContain("“1.234,5” không phải là số.");
        page.Find("#Input_Due-error").TextContent.ShouldContain("“31/2/2026” không phải là ngày.");
        page.Find("#Input_Unit option[selected]").GetAttribute("value").ShouldBe("vhxh");
    }

    [Fact]
    public async Task Post_DecomposedTextWithSpaces_IsNormalisedAndAccepted()
    {
        using var visitor = app.Visitor();

        var page = await SendAsync(visitor, ("Input.Title", "  Tie\u0302\u0301ng "), ("Input.Rate", "80.5"), ("Input.Unit", "vhxh"));

        page.Status.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.OpenAsync("/components")).Find("[role=status]").TextContent.ShouldContain("Đã lưu");
    }

    [Fact]
    public async Task Post_OnlySpaces_IsNothing()
    {
        using var visitor = app.Visitor();

        var page = await SendAsync(visitor, ("Input.Title", "   "), ("Input.Unit", "vhxh"));

        page.Find("#Input_Title-error").TextContent.ShouldContain("Nhập tên nhiệm vụ.");
    }

    private static async Task<WebPage> SendAsync(HttpClient visitor, params (string Name, string Value)[] filled) =>
        await visitor.SubmitAsync("/components", await visitor.OpenAsync("/components"), "form[enctype]", filled);
}
