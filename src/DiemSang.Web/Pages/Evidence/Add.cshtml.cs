using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Evidence.Keeping;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Infrastructure.Uploads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Evidence;

/// <summary>A proof put in by hand: a document by its number, a file, or both; for a period of a task when one is named.</summary>
[RequestSizeLimit(52 * 1024 * 1024), EnableRateLimiting(Policies.Uploads)]
public sealed class AddModel(EvidenceDesk desk, EvidenceReader reader, FormFiles files, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    /// <summary>The period that it proves.</summary>
    [BindProperty(SupportsGet = true, Name = "occurrence")]
    public Guid? OccurrenceId { get; set; }

    [BindProperty]
    public EvidenceInput Input { get; set; } = new();

    [BindProperty, Display(Name = "Đây là một tài liệu khác")]
    public bool IsAnother { get; set; }

    public OccurrenceLine? Proves { get; private set; }
    public IReadOnlyList<EvidenceItem> Like { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Proves = OccurrenceId is { } occurrence ? await reader.SubjectAsync(HttpContext.Actor(), occurrence, HttpContext.RequestAborted) : null;
        if (!HttpContext.Actor().MayAddEvidence())
        {
            context.Result = Forbid();
        }
        else if (OccurrenceId is not null && Proves is null)
        {
            context.Result = NotFound();
        }
        else
        {
            await next();
        }
    }

    public void OnGet() => Input.StandsFor = Proves is { } proves && proves.ToDate < clock.Today() ? proves.ToDate : clock.Today();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var file = await files.TakeInAsync(this, Input, cancel);
        if (ModelState.IsValid && file is null && Input.Document is null)
        {
            ModelState.AddModelError("Input.Document", texts["Nhập số văn bản hoặc chọn một tệp."]);
        }

        if (!ModelState.IsValid)
        {
            return await files.AskAgainAsync(this, Input, file, cancel);
        }

        var addition = await desk.AddAsync(HttpContext.Actor(), Input.ToDescription(), file, Proves, IsAnother, cancel);
        if (addition is Addition.Doubtful doubtful)
        {
            Like = doubtful.Like;
            ModelState.AddModelError(nameof(IsAnother), texts["Kho đã có tài liệu cùng số. Dùng tài liệu đó, hoặc đánh dấu đây là tài liệu khác."]);
            return await files.AskAgainAsync(this, Input, file, cancel);
        }

        return Done(addition);
    }

    /// <summary>One of the proofs that look alike is the one meant.</summary>
    public async Task<IActionResult> OnPostUseAsync(Guid item, CancellationToken cancel)
    {
        if (Proves is null || !await desk.UseAsync(HttpContext.Actor(), item, Proves, cancel))
        {
            return NotFound();
        }

        return Done(new Addition.Known(item));
    }

    private RedirectResult Done(Addition addition)
    {
        var (id, said) = addition switch
        {
            Addition.Known known => (known.ItemId, texts["Tài liệu này đã có trong kho từ trước, nên được dùng lại."]),
            Addition.Added added => (added.ItemId, texts["Đã đưa tài liệu vào kho."]),
            _ => throw new InvalidOperationException($"Unknown addition {addition}."),
        };
        this.Say(said);
        return Redirect($"/evidence/{id}");
    }
}
