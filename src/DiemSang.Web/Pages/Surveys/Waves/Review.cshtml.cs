using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Modules.Surveys.Reviewing;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Waves;

/// <summary>What looks odd in a wave's answers, explained; a person decides whether they count, and the reason is kept.</summary>
public sealed class ReviewModel(SurveyList surveys, ReviewDesk desk, IStringLocalizer texts) : WavePage(surveys)
{
    private const int MostSuspects = 20;

    /// <summary>Of one kind.</summary>
    public int MostShown => 60;

    /// <summary>Null for a wave that never opened.</summary>
    public ReviewedWave? Reviewed { get; private set; }
    public IEnumerable<IGrouping<IntegrityCheck, IntegrityFinding>> Findings => Reviewed!.Review.Findings.GroupBy(finding => finding.Check);
    public int LeftOut => Reviewed!.Answers.Answers.Count(answer => answer.IsLeftOut);

    /// <summary>Codes that were turned away, by place, way and reason.</summary>
    public IEnumerable<IGrouping<(string Place, CollectionChannel Channel, CodeRefusal Reason), RefusedCode>> RefusedCodes
    {
        get
        {
            var places = Reviewed!.Answers.Points.ToDictionary(point => point.Id, point => point.Name);
            return Reviewed.Refused.GroupBy(code => (places[code.PointId], code.Channel, code.Reason));
        }
    }

    /// <summary>Responses with the most and strongest signs.</summary>
    public IEnumerable<(GivenAnswer Answer, double Score, IEnumerable<IntegrityCheck> Checks)> Suspects
    {
        get
        {
            var review = Reviewed!.Review;
            var signs = review.Findings.SelectMany(finding => finding.Responses, (finding, id) => (id, finding.Check)).ToLookup(sign => sign.id, sign => sign.Check);
            return Reviewed.Answers.Answers.Select(answer => (answer, Id: answer.Id.ToString())).Where(one => signs.Contains(one.Id))
                .Select(one => (one.answer, Score: review.ScoreOf(one.Id), signs[one.Id].Distinct())).OrderByDescending(one => one.Score).Take(MostSuspects);
        }
    }

    public async Task OnGetAsync(CancellationToken cancel) => Reviewed = await desk.OpenAsync(Actor, Wave.Id, cancel);

    public async Task<IActionResult> OnPostDecideAsync(string[] responses, ReviewDecision decision, string? reason, CancellationToken cancel)
    {
        ModelState.Clear();
        await OnGetAsync(cancel);
        var known = Reviewed?.Answers.Answers.Select(answer => answer.Id).ToHashSet() ?? [];
        var chosen = responses.SelectMany(some => some.Split(' ')).Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(known.Contains).Distinct().ToList();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > Review.ReasonMaxLength || chosen.Count == 0)
        {
            ModelState.AddModelError("", texts["Chọn ít nhất một dấu hiệu và ghi lý do (tối đa 500 ký tự): quyết định nào cũng phải giải thích được."]);
            return Refused();
        }

        await desk.DecideAsync(Actor, Wave.Id, chosen, decision, reason.Trim(), cancel);
        this.Say(decision == ReviewDecision.LeftOut ? texts["Đã ghi: {0} phiếu không tính vào kết quả. Phiếu vẫn được giữ nguyên.", chosen.Count] : texts["Đã ghi: {0} phiếu được tính lại.", chosen.Count]);
        return Redirect($"{Path}/review");
    }
}
