using System.Globalization;

namespace DiemSang.Core.Surveys.Integrity;

/// <summary>Checks that look at one response at a time.</summary>
internal sealed class ResponseChecks(IntegrityRules rules)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Below a share of the median time, or below a time per question (Greszki, Meyer and Schoen 2015, doi:10.1093/poq/nfu058).</summary>
    public IEnumerable<IntegrityFinding> TooFast(IReadOnlyList<ResponseTrace> responses)
    {
        var timed = responses.Where(response => response.Duration is not null).ToList();
        if (timed.Count == 0)
        {
            yield break;
        }

        var median = timed.Select(response => response.Duration!.Value.TotalSeconds).Order().ElementAt(timed.Count / 2);
        foreach (var response in timed)
        {
            var seconds = response.Duration!.Value.TotalSeconds;
            var limit = Math.Max(rules.FastShareOfMedian * median, rules.FastSecondsPerAnswer * Answered(response).Count);
            if (seconds < limit)
            {
                yield return new(IntegrityCheck.TooFast, response.Id, 1 - (seconds / limit), [response.Id], string.Create(
                    Vietnamese,
                    $"Trả lời {Answered(response).Count} câu trong {seconds:0} giây; trung vị của đợt là {median:0} giây, ngưỡng xem lại {limit:0} giây."));
            }
        }
    }

    /// <summary>Longest share of equal answers. Honest people do this too, so the score stays below one unless every answer is the same.</summary>
    public IEnumerable<IntegrityFinding> StraightLine(IReadOnlyList<ResponseTrace> responses)
    {
        foreach (var response in responses)
        {
            var answered = Answered(response);
            if (answered.Count < rules.FewestAnswers)
            {
                continue;
            }

            var (answer, count) = answered.CountBy(value => value).MaxBy(group => group.Value);
            var share = (double)count / answered.Count;
            if (share >= rules.StraightShare)
            {
                yield return new(IntegrityCheck.StraightLine, response.Id, share, [response.Id], string.Create(
                    Vietnamese,
                    $"{count} trên {answered.Count} câu chọn cùng mức {answer}; người trả lời thật cũng có thể làm vậy, nên chỉ là lý do để xem lại."));
            }
        }
    }

    /// <summary>Kiosks, interviewers and paper belong to working hours; at home people may answer when they like.</summary>
    public IEnumerable<IntegrityFinding> AtNight(IReadOnlyList<ResponseTrace> responses) =>
        from response in responses
        where response.Channel != CollectionChannel.Web && IsNight(response.SubmittedAt.Hour)
        let sent = response.SubmittedAt
        select new IntegrityFinding(IntegrityCheck.AtNight, response.Id, 1, [response.Id], string.Create(
            Vietnamese,
            $"Gửi lúc {sent:HH:mm} ngày {sent:dd/MM/yyyy} qua {NameOf(response.Channel)}, trong khoảng {rules.NightFrom} giờ đến {rules.NightTo} giờ sáng."));

    private static List<byte> Answered(ResponseTrace response) => [.. response.Answers.Where(answer => answer > 0)];

    private bool IsNight(int hour) => rules.NightFrom > rules.NightTo
        ? hour >= rules.NightFrom || hour < rules.NightTo
        : hour >= rules.NightFrom && hour < rules.NightTo;

    private static string NameOf(CollectionChannel channel) => channel switch
    {
        CollectionChannel.Kiosk => "ki-ốt",
        CollectionChannel.Interviewer => "phỏng vấn viên",
        CollectionChannel.Paper => "phiếu giấy",
        _ => "trang web",
    };
}
