using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Waves;

/// <summary>How a wave stands, and its doors: collect, review, open, close.</summary>
public sealed class DetailsModel(SurveyList surveys, SurveyKeeper keeper, WaveProgress progress, IStringLocalizer texts) : WavePage(surveys)
{
    protected override bool IsAllowed => true;

    public WaveCounts Counts { get; private set; } = null!;
    public bool MayCollect => Actor.MayCollect() && Wave.State != WaveState.Draft;

    public async Task OnGetAsync(CancellationToken cancel) => Counts = await progress.OfAsync(Wave, cancel);

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancel)
    {
        if (!MayKeep)
        {
            return Forbid();
        }

        var isOpen = Wave.State != WaveState.Open && await keeper.OpenAsync(Actor, Wave, cancel);
        this.Say(isOpen ? texts["Đã mở đợt. Câu hỏi của đợt này không đổi nữa."] : texts["Một đợt khác của khảo sát này đang mở; đóng đợt đó trước."]);
        return Redirect(Path);
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        if (!MayKeep || Wave.State != WaveState.Open)
        {
            return Forbid();
        }

        await keeper.CloseAsync(Actor, Wave, cancel);
        this.Say(texts["Đã đóng đợt. Phiếu giấy và phiếu của điều tra viên làm xong trước lúc này vẫn nhập được."]);
        return Redirect(Path);
    }
}
