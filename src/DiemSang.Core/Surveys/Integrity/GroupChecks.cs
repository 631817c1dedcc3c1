using System.Globalization;

namespace DiemSang.Core.Surveys.Integrity;

/// <summary>Checks that compare responses with one another.</summary>
internal sealed class GroupChecks(IntegrityRules rules)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public IEnumerable<IntegrityFinding> RepeatedDevice(IReadOnlyList<ResponseTrace> responses) =>
        from device in responses.Where(response => response is { Device: not null, Channel: CollectionChannel.Web })
            .GroupBy(response => response.Device!)
        let count = device.Count()
        where count > rules.ResponsesPerDevice
        select Finding(IntegrityCheck.RepeatedDevice, device.Key, 1 - ((double)rules.ResponsesPerDevice / count), device, string.Create(
            Vietnamese, $"Một thiết bị cá nhân gửi {count} lượt; thông thường không quá {rules.ResponsesPerDevice}."));

    /// <summary>
    /// Equal answer for answer, straight lines aside: rare by chance on many questions (Kuriakose and Robbins 2016, doi:10.3233/SJI-160978).
    /// </summary>
    public IEnumerable<IntegrityFinding> IdenticalAnswers(IReadOnlyList<ResponseTrace> responses) =>
        from copies in responses.Where(IsTelling).GroupBy(response => string.Join(' ', response.Answers))
        let count = copies.Count()
        where count > 1
        select Finding(IntegrityCheck.IdenticalAnswers, copies.First().Id, 1 - (1.0 / count), copies, string.Create(
            Vietnamese, $"{count} lượt giống nhau ở mọi câu, trong khi các câu có nhiều mức khác nhau."));

    /// <summary>The densest window of each device and place.</summary>
    public IEnumerable<IntegrityFinding> Burst(IReadOnlyList<ResponseTrace> responses)
    {
        var byDevice = responses.Where(response => response.Device is not null).GroupBy(response => $"thiết bị {response.Device}");
        var byPlace = responses.Where(response => response.Place is not null && response.Channel != CollectionChannel.Paper)
            .GroupBy(response => $"điểm {response.Place}");
        foreach (var group in byDevice.Concat(byPlace))
        {
            var densest = Densest([.. group.OrderBy(response => response.SubmittedAt)]);
            if (densest.Count > rules.ResponsesPerBurst)
            {
                var since = densest[0].SubmittedAt;
                yield return Finding(IntegrityCheck.Burst, group.Key, 1 - ((double)rules.ResponsesPerBurst / densest.Count), densest, string.Create(
                    Vietnamese, $"{densest.Count} lượt từ {group.Key} trong {rules.BurstWindow.TotalMinutes:0} phút, từ {since:HH:mm} ngày {since:dd/MM/yyyy}."));
            }
        }
    }

    /// <summary>Mean variance per question of an enumerator's responses against the same over all others'.</summary>
    public IEnumerable<IntegrityFinding> EnumeratorVariance(IReadOnlyList<ResponseTrace> responses)
    {
        var asked = responses.Where(response => response.Enumerator is not null).ToList();
        foreach (var enumerator in asked.GroupBy(response => response.Enumerator!).Where(group => group.Count() >= rules.FewestPerEnumerator))
        {
            var own = MeanVariance([.. enumerator]);
            var others = MeanVariance([.. asked.Where(response => response.Enumerator != enumerator.Key)]);
            if (others > 0 && own < rules.EnumeratorVarianceShare * others)
            {
                yield return Finding(IntegrityCheck.EnumeratorVariance, enumerator.Key, 1 - (own / others), enumerator, string.Create(
                    Vietnamese,
                    $"{enumerator.Count()} lượt của {enumerator.Key} khác nhau rất ít: phương sai {own:0.00}, của những người khác {others:0.00}."));
            }
        }
    }

    public IEnumerable<IntegrityFinding> StaffShare(IReadOnlyList<ResponseTrace> responses) =>
        from place in responses.GroupBy(response => response.Place ?? "")
        let entered = place.Where(response => response.ByStaff).ToList()
        let share = (double)entered.Count / place.Count()
        where share > rules.StaffShare
        select Finding(IntegrityCheck.StaffShare, place.Key, share, entered, string.Create(
            Vietnamese, $"Cán bộ nhập hoặc giúp {entered.Count} trên {place.Count()} lượt ({share:0%}); không nên quá {rules.StaffShare:0%}."));

    private static IntegrityFinding Finding(
        IntegrityCheck check, string subject, double score, IEnumerable<ResponseTrace> responses, string explanation) =>
        new(check, subject, score, [.. responses.Select(response => response.Id)], explanation);

    private bool IsTelling(ResponseTrace response) =>
        response.Answers.Count(answer => answer > 0) >= rules.FewestAnswers && response.Answers.Distinct().Count() > 2;

    private List<ResponseTrace> Densest(List<ResponseTrace> ordered)
    {
        var (start, bestStart, bestCount) = (0, 0, 0);
        for (var end = 0; end < ordered.Count; end++)
        {
            while (ordered[end].SubmittedAt - ordered[start].SubmittedAt > rules.BurstWindow)
            {
                start++;
            }

            if (end - start + 1 > bestCount)
            {
                (bestStart, bestCount) = (start, end - start + 1);
            }
        }

        return ordered.GetRange(bestStart, bestCount);
    }

    private static double MeanVariance(List<ResponseTrace> responses)
    {
        var questions = responses.Count == 0 ? 0 : responses.Max(response => response.Answers.Count);
        var variances = Enumerable.Range(0, questions)
            .Select(question => responses.Where(response => question < response.Answers.Count && response.Answers[question] > 0)
                .Select(response => (double)response.Answers[question]).ToList())
            .Where(answers => answers.Count > 1).Select(Variance).ToList();
        return variances.Count == 0 ? 0 : variances.Average();
    }

    private static double Variance(List<double> values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
    }
}
