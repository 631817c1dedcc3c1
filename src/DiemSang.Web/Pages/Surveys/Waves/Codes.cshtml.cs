using System.ComponentModel.DataAnnotations;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Surveys.Codes;
using DiemSang.Modules.Surveys.Keeping;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Waves;

/// <summary>
/// Issues one-time codes for dossiers or households and shows them once, ready to print: code and reference never stand together again.
/// </summary>
public sealed class CodesModel(SurveyList surveys, CodeIssuer issuer, IStringLocalizer texts) : WavePage(surveys)
{
    private const int MostAtOnce = 2000;
    private const int ReferenceMaxLength = 100;

    [BindProperty, Display(Name = "Danh sách hồ sơ hoặc hộ"), Required(ErrorMessage = "Nhập ít nhất một dòng."), DataType(DataType.MultilineText)]
    public string? Lines { get; set; }

    public IReadOnlyList<IssuedCode> Issued { get; private set; } = [];
    public string Address => Request.AddressOf(Opened.Points[^1]);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var orders = Orders();
        if (ModelState.IsValid && (orders.Count > MostAtOnce || orders.Any(order => order.Reference.Length is 0 or > ReferenceMaxLength)))
        {
            ModelState.AddModelError(nameof(Lines), texts["Mỗi lần tối đa 2.000 dòng, mỗi số hồ sơ hoặc hộ dài tối đa 100 ký tự."]);
        }

        if (!ModelState.IsValid)
        {
            return Refused();
        }

        Issued = await issuer.IssueAsync(Actor, Wave, orders, cancel);
        if (Issued.Count == 0)
        {
            ModelState.AddModelError(nameof(Lines), texts["Mọi dòng đều đã được cấp mã từ trước. Mã cũ không xem lại được."]);
            return Refused();
        }

        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    /// <summary>A line is “reference; stratum; đúng hẹn|trễ hẹn”, the last two as wanted.</summary>
    private List<CodeOrder> Orders() =>
    [
        .. (Lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split([';', '\t'], StringSplitOptions.TrimEntries))
            .Select(cells => new CodeOrder(cells[0], cells.ElementAtOrDefault(1) ?? "", WasOnTime: FrameColumns.WasOnTime(cells.ElementAtOrDefault(2)))),
    ];
}
