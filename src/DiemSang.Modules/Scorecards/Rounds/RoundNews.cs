using System.Globalization;
using DiemSang.Modules.Access;
using DiemSang.Modules.Reminders;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Rounds;

/// <summary>
/// Tells the people of one organisation what its rounds ask of them: a stage has begun, ends in a few days, a sheet was opened again, results are
/// published. Each is told once, however often this runs; each organisation tells its own people, because it writes only to itself.
/// </summary>
public sealed class RoundNews(DiemSangDbContext db, RoundReader rounds, SheetReader sheets, NoticeBoard board, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(7);

    /// <returns>Notices that are new.</returns>
    public async Task<int> RunAsync(Guid organisationId, CancellationToken cancel = default)
    {
        var since = clock.GetUtcNow() - Fresh;
        var seen = await db.Rounds.Where(one => one.State == RoundState.Open || (one.State == RoundState.Published && one.PublishedAt > since)).Select(one => one.Id).ToListAsync(cancel);
        var lead = await board.DaysBeforeEndAsync(organisationId, cancel);
        var news = new List<News>();
        foreach (var id in seen)
        {
            if (await rounds.OpenAsync(id, cancel) is { } file)
            {
                news.AddRange(await OfUnitAsync(organisationId, file, lead, cancel));
                news.AddRange(await OfAppraisersAsync(organisationId, file, lead, cancel));
            }
        }

        var added = await board.AddAsync(organisationId, news, cancel);
        await db.SaveAsync(Act.BySystem(organisationId, "scorecards.tell"), cancel);
        return added;
    }

    private async Task<IEnumerable<News>> OfUnitAsync(Guid organisationId, RoundFile file, int lead, CancellationToken cancel)
    {
        var sheet = (await sheets.OpenManyAsync(file, [organisationId], cancel)).SingleOrDefault();
        if (sheet is null)
        {
            return [];
        }

        var people = await RoundPeople.OfSheetAsync(db, organisationId, file.Today, cancel);
        return UnitTexts(sheet, lead).Select(text => new News(people, $"round {file.Round.Id} {text.Key}", text.Title, text.Path ?? ScorecardPaths.Sheet(file.Round.Id, organisationId)));
    }

    private static IEnumerable<(string Key, string Title, string? Path)> UnitTexts(SheetFile sheet, int lead)
    {
        var (round, dates) = (sheet.Round, sheet.Participant.DatesIn(sheet.Round));
        if (sheet.Participant.ReopenedAt is { } at && round.State == RoundState.Open)
        {
            yield return ($"reopened {at:O}", $"{sheet.File.KeeperName} gia hạn, mở lại phiếu “{round.Title}”: {sheet.Participant.Reason}", null);
        }

        switch (sheet.Stage)
        {
            case RoundStage.SelfScoring:
                yield return ($"self_scoring {dates.SelfScoreTo:O}", $"“{round.Title}” đang tự chấm điểm, đến hết ngày {Day(dates.SelfScoreTo)}", null);
                if (DaysTo(dates.SelfScoreTo, sheet) <= lead && sheet.IsOpenForSelfScoring)
                {
                    var declared = $"{sheet.Sheet?.SelfCount ?? 0}/{sheet.File.Leaves.Count(leaf => leaf.IsSelfScored())}";
                    yield return ($"self_scoring due {dates.SelfScoreTo:O}", $"Còn {DaysTo(dates.SelfScoreTo, sheet)} ngày để nộp phiếu “{round.Title}”; đã chấm {declared} tiêu chí", null);
                }

                break;
            case RoundStage.Explanation when sheet is { IsOpenForExplanation: true, ToExplain.Count: > 0 }:
                yield return ($"explanation {dates.ExplanationTo:O}", $"{sheet.ToExplain.Count} tiêu chí của “{round.Title}” cần giải trình, đến hết ngày {Day(dates.ExplanationTo)}", null);
                if (DaysTo(dates.ExplanationTo, sheet) <= lead)
                {
                    yield return ($"explanation due {dates.ExplanationTo:O}", $"Còn {DaysTo(dates.ExplanationTo, sheet)} ngày để giải trình “{round.Title}”", null);
                }

                break;
            case RoundStage.Published:
                yield return ("published", $"Đã công bố kết quả “{round.Title}” theo {round.Decision}", ScorecardPaths.Ranking(round.Id));
                break;
        }
    }

    /// <summary>The keeper's focal officials and the people of the units that the set names; of an agency, its focal officials.</summary>
    private async Task<IEnumerable<News>> OfAppraisersAsync(Guid organisationId, RoundFile file, int lead, CancellationToken cancel)
    {
        if (file.OpenVerdictStage is null || !(file.Round.OrganisationId == organisationId || file.Agencies.Any(agency => agency.AgencyId == organisationId)) || file.Round.Dates.EndOf(file.Stage) is not { } end)
        {
            return [];
        }

        var people = await RoundPeople.OfAppraisalAsync(db, organisationId, file, cancel);
        var texts = new List<(string Key, string Title)> { ($"{file.Stage} {end:O}", $"“{file.Round.Title}” ở bước {NameOf(file.Stage)}, đến hết ngày {Day(end)}") };
        var left = end.DayNumber - file.Today.DayNumber;
        var open = await OpenDecisionsAsync(file, cancel);
        if (left >= 0 && left <= lead && open > 0)
        {
            texts.Add(($"{file.Stage} due {end:O}", $"Còn {left} ngày ở bước {NameOf(file.Stage)} của “{file.Round.Title}”; {open} tiêu chí của các đơn vị chưa có kết quả"));
        }

        return texts.Select(text => new News(people, $"round {file.Round.Id} {text.Key}", text.Title, ScorecardPaths.Queue(file.Round.Id)));
    }

    private async Task<int> OpenDecisionsAsync(RoundFile file, CancellationToken cancel)
    {
        var counts = await db.Participants.Where(one => one.OrganisationId == file.Round.OrganisationId && one.RoundId == file.Round.Id).Select(one => one.FinalCount).ToListAsync(cancel);
        return counts.Sum(count => file.Leaves.Count - count);
    }

    private static int DaysTo(DateOnly end, SheetFile sheet) => end.DayNumber - sheet.File.Today.DayNumber;

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string NameOf(RoundStage stage) => stage switch
    {
        RoundStage.Appraisal1 => "thẩm định lần 1",
        RoundStage.Appraisal2 => "thẩm định lần 2",
        RoundStage.Council => "Hội đồng thẩm định",
        _ => "chờ công bố",
    };
}
