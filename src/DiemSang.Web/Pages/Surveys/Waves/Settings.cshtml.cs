using System.ComponentModel.DataAnnotations;
using System.Text;
using DiemSang.Core.Statistics;
using DiemSang.Core.Surveys.Indices;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Pages.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Waves;

/// <summary>How a wave's answers are weighed and their errors reckoned.</summary>
public sealed class SettingsModel(SurveyList surveys, DiemSangDbContext db, IStringLocalizer texts) : WavePage(surveys)
{
    [BindProperty]
    public SettingInput Input { get; set; } = new();

    /// <summary>What somebody else saved after this form was shown.</summary>
    public ResultSetting? Theirs { get; private set; }

    public IReadOnlyList<SelectListItem> Intervals => Choices<IntervalMethod>(texts.Of);
    public IReadOnlyList<SelectListItem> LonelyRules => Choices<LonelyPsu>(texts.Of);
    public IReadOnlyList<SelectListItem> Aggregations => [new(texts["Như phiếu đã định"], ""), .. Choices<Aggregation>(texts.Of)];

    public async Task OnGetAsync(CancellationToken cancel) => Input = SettingInput.From(await FindAsync(cancel) ?? new ResultSetting());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await CheckPopulationAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Refused();
        }

        var kept = await FindAsync(cancel);
        var setting = kept ?? db.Add(new ResultSetting { OrganisationId = Actor.OrganisationId, Id = Wave.Id }).Entity;
        var seen = kept is null ? setting.Version : Input.Version;
        Input.WriteTo(setting);
        if (!await db.TrySaveAsync(setting, seen, Actor.To("surveys.set-results")))
        {
            Theirs = await FindAsync(cancel);
            ModelState.Remove("Input.Version");
            Input.Version = Theirs!.Version;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        this.Say(texts["Đã lưu. Kết quả được tính lại theo cách này."]);
        return Redirect($"{Path}/results");
    }

    private Task<ResultSetting?> FindAsync(CancellationToken cancel) =>
        db.Set<ResultSetting>().SingleOrDefaultAsync(setting => setting.OrganisationId == Actor.OrganisationId && setting.Id == Wave.Id, cancel);

    /// <summary>An uploaded file replaces what was typed; either must be readable and say where it comes from.</summary>
    private async Task CheckPopulationAsync(CancellationToken cancel)
    {
        if (Input.Upload is { } upload)
        {
            using var reader = new StreamReader(upload.OpenReadStream(), Encoding.UTF8);
            Input.Population = await reader.ReadToEndAsync(cancel);
            ModelState.Remove("Input.Population");
        }

        if (string.IsNullOrWhiteSpace(Input.Population))
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(Input.PopulationSource))
        {
            ModelState.AddModelError("Input.PopulationSource", texts["Ghi nguồn của số dân: người đọc phải biết kết quả được hiệu chỉnh theo số nào."]);
        }

        try
        {
            PopulationMargins.Read(new StringReader(Input.Population), texts["Số dân"]);
        }
        catch (SurveyDataException trouble)
        {
            ModelState.AddModelError("Input.Population", trouble.Message);
        }
    }

    private static List<SelectListItem> Choices<T>(Func<T, string> word)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new SelectListItem(word(value), value.ToString()))];

    public sealed class SettingInput
    {
        [Display(Name = "Hiệu chỉnh theo tỷ lệ trả lời của từng tầng")]
        public bool AdjustsNonResponse { get; set; }

        [Display(Name = "Tính cả phiếu không có mã của mẫu")]
        public bool CountsOutsiders { get; set; }

        [Display(Name = "Số dân theo nhóm"), DataType(DataType.MultilineText), StringLength(ResultSetting.PopulationMaxLength, ErrorMessage = "Dài tối đa 20.000 ký tự.")]
        public string? Population { get; set; }

        [Display(Name = "Hoặc tệp CSV")]
        public IFormFile? Upload { get; set; }

        [Display(Name = "Nguồn của số dân"), StringLength(ResultSetting.SourceMaxLength, ErrorMessage = "Dài tối đa 300 ký tự.")]
        public string? PopulationSource { get; set; }

        [Display(Name = "Tầng chỉ có một đơn vị mẫu")]
        public LonelyPsu Lonely { get; set; }

        [Display(Name = "Khoảng tin cậy")]
        public IntervalMethod Interval { get; set; }

        [Display(Name = "Cách gộp tiêu chí")]
        public Aggregation? Aggregation { get; set; }

        public int Version { get; set; }

        public static SettingInput From(ResultSetting setting) => new()
        {
            AdjustsNonResponse = setting.AdjustsNonResponse, CountsOutsiders = setting.CountsOutsiders, Population = setting.Population, PopulationSource = setting.PopulationSource,
            Lonely = setting.Lonely, Interval = setting.Interval, Aggregation = setting.Aggregation, Version = setting.Version,
        };

        public void WriteTo(ResultSetting setting)
        {
            var isKnown = !string.IsNullOrWhiteSpace(Population);
            (setting.AdjustsNonResponse, setting.CountsOutsiders) = (AdjustsNonResponse, CountsOutsiders);
            (setting.Population, setting.PopulationSource) = isKnown ? (Population!.Trim(), PopulationSource!.Trim()) : (null, null);
            (setting.Lonely, setting.Interval, setting.Aggregation) = (Lonely, Interval, Aggregation);
        }
    }
}
