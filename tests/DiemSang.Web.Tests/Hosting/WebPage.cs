using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DiemSang.Web.Tests.Hosting;

/// <summary>What a browser without scripts has after a request: status, place and document.</summary>
public sealed record WebPage(HttpStatusCode Status, string? Location, IHtmlDocument Document)
{
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IElement Find(string selector) => Document.QuerySelector(selector) ?? throw new InvalidOperationException($"No {selector} on the page: {Text}");
}

public static class Visiting
{
    public static async Task<WebPage> OpenAsync(this HttpClient client, string path) => await ReadAsync(await client.GetAsync(path));

    /// <summary>Fills the form and sends it as a browser would: hidden fields and ticked boxes included.</summary>
    public static async Task<WebPage> SubmitAsync(this HttpClient client, string path, WebPage page, string form, params (string Name, string Value)[] filled)
    {
        var element = (IHtmlFormElement)page.Find(form);
        var fields = element.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(input => input.Type is not ("radio" or "checkbox" or "file") || input.IsChecked)
            .Select(input => (Name: input.Name!, input.Value))
            .Concat(element.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]").Select(area => (Name: area.Name!, area.Value)))
            .Concat(element.QuerySelectorAll<IHtmlSelectElement>("select[name]").Select(select => (Name: select.Name!, Value: select.Value ?? "")))
            .Where(field => filled.All(own => own.Name != field.Name))
            .Concat(filled);
        var action = element.GetAttribute("action") is { Length: > 0 } given ? given : path;
        return await ReadAsync(await client.PostAsync(action, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))));
    }

    /// <summary>Opens a page and sends its form in one go.</summary>
    public static async Task<WebPage> FillInAsync(this HttpClient client, string path, params (string Name, string Value)[] filled) =>
        await client.SubmitAsync(path, await client.OpenAsync(path), "main form[method=post]", filled);

    public static Task<WebPage> SignInAsync(this HttpClient client, string userName, string password, string path = "/access/sign-in") =>
        client.FillInAsync(path, ("Input.UserName", userName), ("Input.Password", password));

    public static async Task<WebPage> ReadAsync(HttpResponseMessage answer)
    {
        var document = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        return new WebPage(answer.StatusCode, answer.Headers.Location?.OriginalString, document);
    }
}
