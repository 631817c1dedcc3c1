using System.Globalization;
using System.Text.Encodings.Web;
using DiemSang.Web.Infrastructure.Observability;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Infrastructure.Errors;

/// <summary>
/// What is shown after an exception. It looks like <c>Pages/Errors</c> but is written by hand: sign-in, form tokens, views and database may
/// be what failed, so it asks nothing of them.
/// </summary>
public static class FailurePage
{
    public static Task WriteAsync(HttpContext context)
    {
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer>();
        var encode = context.RequestServices.GetRequiredService<HtmlEncoder>();
        var problem = Problem.For(context.Response.StatusCode);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}">
            <head>
              <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{Text(problem.Title)} – Điểm Sáng</title>
              <link rel="stylesheet" href="/css/site.css">
            </head>
            <body>
              <header class="public-bar"><div><a class="brand" href="/">Điểm Sáng</a></div></header>
              <main class="public" id="content" tabindex="-1">
                <h1>{Text(problem.Title)}</h1>
                <p>{Text(problem.WhatToDo)}</p>
                <p class="soft">{Text("Khi báo lỗi, gửi kèm mã:")} <code>{context.TraceId()}</code></p>
                <p class="actions"><a class="button" href="/">{Text("Về trang chính")}</a></p>
              </main>
            </body>
            </html>
            """);

        string Text(string vietnamese) => encode.Encode(texts[vietnamese]);
    }
}
