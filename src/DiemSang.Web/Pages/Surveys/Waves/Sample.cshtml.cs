using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using DiemSang.Core.Statistics;
using DiemSang.Core.Statistics.Sampling;
using DiemSang.Documents.Questionnaires;
using DiemSang.Documents.Reading;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Modules.Surveys.Sampling;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Waves;

/// <summary>Draws a sample from an uploaded list of households or dossiers, and follows what becomes of each unit.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
[EnableRateLimiting(Policies.Uploads)]
public sealed class SampleModel(SurveyList surveys, SampleDesk desk, DiemSangDbContext db, IStringLocalizer texts) : WavePage(surveys)
{
    private const int MostBytes = 21 * 1024 * 1024;

    [BindProperty]
    public SampleInput Input { get; set; } = new();

    public IReadOnlyList<Sample> Samples { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Samples = await desk.OfAsync(Wave, cancel);

    public async Task<IActionResult> OnPostDrawAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        try
        {
            if (ModelState.IsValid && await DrawAsync(cancel) is { } sample)
            {
                this.Say(texts["Đã rút {0} đơn vị chính và {1} dự phòng.", sample.Units.Count(unit => !unit.IsReserve), sample.Units.Count(unit => unit.IsReserve)]);
                return Redirect($"{Path}/sample");
            }
        }
        catch (Exception trouble) when (trouble is SurveyDataException or UnreadableDocumentException)
        {
            ModelState.AddModelError("Input.Upload", trouble.Message);
        }

        return Refused();
    }

    public async Task<IActionResult> OnPostOutcomeAsync(Guid unit, UnitOutcome outcome, CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (Samples.SelectMany(sample => sample.Units).SingleOrDefault(one => one.Id == unit) is not { } found)
        {
            return NotFound();
        }

        found.Outcome = outcome;
        await db.SaveAsync(Actor.To("surveys.note-outcome"), cancel);
        return Redirect($"{Path}/sample#{found.SampleId}");
    }

    public async Task<IActionResult> OnGetListAsync(Guid sample, CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (Samples.SingleOrDefault(one => one.Id == sample) is not { } found)
        {
            return NotFound();
        }

        var lines = found.Units.Select(unit => string.Create(
            CultureInfo.InvariantCulture, $"{unit.Position},\"{unit.Reference.Replace("\"", "\"\"")}\",\"{unit.Stratum.Replace("\"", "\"\"")}\",{(unit.IsReserve ? 1 : 0)},{unit.Probability:R},{1 / unit.Probability:R}"));
        return File(Encoding.UTF8.GetBytes("\uFEFForder,id,stratum,reserve,probability,weight\n" + string.Join('\n', lines) + "\n"), "text/csv", $"mau-{found.DrawnAt:yyyy-MM-dd}.csv");
    }

    private async Task<Sample> DrawAsync(CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        await Input.Upload!.CopyToAsync(buffer, cancel);
        var columns = new FrameColumns(Input.Id!, Input.Stratum, [], null);
        var units = columns.Read(FrameFile.Read(buffer.ToArray(), Input.Upload.FileName, cancel));
        var frame = new UploadedFrame(Input.Upload.FileName, buffer.ToArray(), units);
        var size = Input.Margin is { } margin ? SampleSize.Yamane(units.Count, (double)margin / 100) : Input.Size ?? throw new SurveyDataException("Nhập cỡ mẫu hoặc sai số.");
        return await desk.DrawAsync(Actor, Wave, frame, new SampleOrder(Input.Seed!, Math.Min(size, units.Count), Input.Reserve, SelectionMethod.Random), cancel);
    }

    public sealed class SampleInput
    {
        [Display(Name = "Khung mẫu"), Required(ErrorMessage = "Chọn tệp khung mẫu.")]
        public IFormFile? Upload { get; set; }

        [Display(Name = "Cột mã hộ hoặc hồ sơ"), Required(ErrorMessage = "Nhập tên cột mã.")]
        public string? Id { get; set; }

        [Display(Name = "Cột tầng")]
        public string? Stratum { get; set; }

        [Display(Name = "Cỡ mẫu"), Range(1, 100_000, ErrorMessage = "Cỡ mẫu từ 1 đến 100.000.")]
        public int? Size { get; set; }

        [Display(Name = "Hoặc sai số (%)"), Range(0.5, 30, ErrorMessage = "Sai số từ 0,5 đến 30 %.")]
        public decimal? Margin { get; set; }

        [Display(Name = "Dự phòng mỗi tầng"), Range(0, 1000, ErrorMessage = "Dự phòng từ 0 đến 1.000.")]
        public int Reserve { get; set; } = 5;

        [Display(Name = "Chữ gieo"), Required(ErrorMessage = "Nhập chữ gieo."), StringLength(100, ErrorMessage = "Dài tối đa 100 ký tự.")]
        public string? Seed { get; set; }
    }
}
