using DiemSang.Documents.Questionnaires;

namespace DiemSang.Modules.Surveys.Outside;

/// <summary>Words that tell people what to answer, in what the commune says about an outside survey.</summary>
public static class OutsideWording
{
    /// <summary>Each phrase once, over announcement, notes and support tasks.</summary>
    public static IReadOnlyList<string> CoachingOf(OutsideFile file) =>
    [
        .. file.Support.Select(line => line.Task.Text).Append(file.Survey.Announcement).Append(file.Survey.Notes)
            .SelectMany(SurveyCatalog.ShippedWording.CoachingIn).Distinct(),
    ];
}
