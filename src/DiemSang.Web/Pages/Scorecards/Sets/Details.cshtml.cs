using System.Text;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Pages.Snapshots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Sets;

/// <summary>One set as a table, with what stands against using it; downloads; publishing.</summary>
public sealed class DetailsModel(SetLibrary library, SetProblems check, IStringLocalizer texts) : SetPage(library)
{
    private readonly SetLibrary _library = library;

    public IReadOnlyList<SetProblem> Problems { get; private set; } = [];

    protected override bool IsForm => false;

    public async Task OnGetAsync(CancellationToken cancel) => Problems = await check.OfAsync(Set, cancel);

    public IActionResult OnGetXlsx() => this.Download($"{Set.Code}-{Set.Version}.xlsx", output => CriteriaTableWriter.Write(Set, output));

    public IActionResult OnGetYaml() => File(Encoding.UTF8.GetBytes(Edition.Yaml), "application/yaml", $"{Set.Code}-{Set.Version}.yaml");

    public async Task<IActionResult> OnPostPublishAsync()
    {
        if (!MayEdit)
        {
            return Forbid();
        }

        var errors = await _library.PublishAsync(Actor, Edition);
        this.Say(errors.Count == 0 ? texts["Đã ban hành bộ tiêu chí; các đơn vị trực thuộc đọc được từ bây giờ."] : texts["Chưa ban hành được: bộ tiêu chí còn lỗi, xem danh sách bên dưới."]);
        return Redirect(Path);
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        if (!MayKeep)
        {
            return Forbid();
        }

        var done = await _library.WithdrawAsync(Actor, Edition);
        this.Say(done ? texts["Đã rút bộ tiêu chí."] : texts["Bộ tiêu chí đã dùng cho một kỳ chấm nên không rút được."]);
        return Redirect(done ? ScorecardLinks.Sets : Path);
    }
}
