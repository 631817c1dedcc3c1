using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Snapshots;

internal static class OfficeDownload
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A document written into memory (these are a few pages) and sent under a name.</summary>
    public static FileContentResult Download(this PageModel page, string name, Action<Stream> write)
    {
        using var buffer = new MemoryStream();
        write(buffer);
        return page.File(buffer.ToArray(), name.EndsWith(".xlsx", StringComparison.Ordinal) ? Xlsx : Docx, name);
    }
}
