using System.Globalization;
using System.Text;
using DiemSang.Core.Statistics;
using DiemSang.Core.Statistics.Sampling;
using DiemSang.Documents.Reading;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Codes;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Modules.Surveys.Sampling;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Waves;

/// <summary>Draws samples from uploaded lists of hamlets, households or dossiers, and issues the codes of those drawn.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
[EnableRateLimiting(Policies.Uploads)]
public sealed class SampleModel(SurveyList surveys, SampleDesk desk, StrataReader strata, IStringLocalizer texts) : WavePage(surveys)
{
    private const int MostBytes = 21 * 1024 * 1024;

    [BindProperty]
    public SampleInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public SizeQuestion Needed { get; set; } = new();

    public IReadOnlyList<Sample> Samples { get; private set; } = [];

    /// <summary>By answers, for the sample that has codes; empty when none has.</summary>
    public IReadOnlyList<StratumOutcome> Answered { get; private set; } = [];
    public IReadOnlyList<IssuedCode> Issued { get; private set; } = [];
    public string Address => Request.AddressOf(Opened.Points[^1]);

    public IReadOnlyList<SelectListItem> Methods => [.. Enum.GetValues<SelectionMethod>().Select(method => new SelectListItem(texts.Of(method), method.ToString()))];
    public IReadOnlyList<SelectListItem> Formulas => [new(texts["Cho một tỷ lệ: z²·p(1−p)/e², có hiệu chỉnh tổng thể"], nameof(SizeFormula.Share)), new("n = N/(1 + N·e²)", nameof(SizeFormula.Yamane))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Samples = await desk.OfAsync(Wave, cancel);
        Answered = await strata.OfAsync(Wave.OrganisationId, Wave.Id, cancel);
    }

    public IReadOnlyList<StratumOutcome> RatesOf(Sample sample) => sample.HasCodes ? Answered : SampleDesk.NotedRates(sample);

    public async Task<IActionResult> OnPostDrawAsync(CancellationToken cancel)
    {
        try
        {
            if (ModelState.IsValid)
            {
                var sample = await DrawAsync(cancel);
                this.Say(texts["Đã rút {0} đơn vị chính và {1} dự phòng.", sample.Units.Count(unit => !unit.IsReserve), sample.Units.Count(unit => unit.IsReserve)]);
                return Redirect($"{Path}/sample#{sample.Id}");
            }
        }
        catch (Exception trouble) when (trouble is SurveyDataException or UnreadableDocumentException)
        {
            ModelState.AddModelError("Input.Upload", trouble.Message);
        }

        await OnGetAsync(cancel);
        return Refused();
    }

    /// <param name="sample">The sample.</param>
    /// <param name="stratum">Strata that reserves are called in.</param>
    /// <param name="reserve">How many, in the order of <paramref name="stratum"/>.</param>
    public async Task<IActionResult> OnPostCodesAsync(Guid sample, string[] stratum, int[] reserve, CancellationToken cancel)
    {
        ModelState.Clear();
        await OnGetAsync(cancel);
        if (Samples.SingleOrDefault(one => one.Id == sample) is not { } found)
        {
            return NotFound();
        }

        var called = stratum.Zip(reserve).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => Math.Max(0, pair.Second));
        if (await desk.IssueCodesAsync(Actor, Wave, found, called, cancel) is not { Count: > 0 } issued)
        {
            this.Say(texts["Không cấp mã nào: mọi đơn vị chính đã có mã, hoặc một mẫu khác của đợt này đang dùng."]);
            return Redirect($"{Path}/sample#{sample}");
        }

        Issued = issued;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public async Task<IActionResult> OnGetListAsync(Guid sample, CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (Samples.SingleOrDefault(one => one.Id == sample) is not { } found)
        {
            return NotFound();
        }

        var lines = found.Units.Select(unit => string.Create(
            CultureInfo.InvariantCulture, $"{unit.Position},{Quoted(unit.Reference)},{Quoted(unit.Stratum)},{Quoted(string.Join('/', unit.Clusters))},{(unit.IsReserve ? 1 : 0)},{unit.Probability:R},{unit.Weight:R}"));
        return File(Encoding.UTF8.GetBytes("\uFEFForder,id,stratum,clusters,reserve,probability,weight\n" + string.Join('\n', lines) + "\n"), "text/csv", $"mau-{found.DrawnAt:yyyy-MM-dd}.csv");
    }

    private async Task<Sample> DrawAsync(CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        await Input.Upload!.CopyToAsync(buffer, cancel);
        return await desk.DrawAsync(Actor, Wave, new UploadedFrame(Input.Upload.FileName, buffer.ToArray(), Input.Columns()), Input.Order(), cancel);
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"")}\"";
}
