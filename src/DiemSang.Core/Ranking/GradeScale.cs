using DiemSang.Core.Scoring;

namespace DiemSang.Core.Ranking;

/// <param name="Label">E.g. "A", "Tốt", "Trung bình cao".</param>
public sealed record Grade(string Label, Interval Range);

/// <summary>Groups (nhóm, xếp loại) by thresholds with a stated side: 2015 "A &gt; 90", 2024 "A ≥ 90".</summary>
/// <param name="Grades">Highest first.</param>
public sealed record GradeScale(IReadOnlyList<Grade> Grades)
{
    /// <summary>
    /// "A&gt;=90; B&gt;=80; C&lt;80": from the highest down, each but the last with its lower threshold. Null with a sentence when it
    /// cannot be read,
    /// or when thresholds leave a gap or do not fall.
    /// </summary>
    public static GradeScale? Parse(string text, out string? problem)
    {
        var grades = new List<Grade>();
        var ceiling = Interval.Everything;
        foreach (var part in text.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ReadGrade(part, ceiling) is not { } grade)
            {
                problem = $"Không hiểu nhóm “{part}”; viết từ cao xuống thấp như “A>=90; B>=80; C<80”.";
                return null;
            }

            grades.Add(grade);
            ceiling = new Interval(null, false, grade.Range.From, !grade.Range.FromIncluded);
        }

        problem = IntervalCover.Problem(grades.Select(grade => grade.Range), Interval.Everything);
        return problem is null ? new GradeScale(grades) : null;
    }

    public string? Of(decimal? value) =>
        value is { } number ? Grades.FirstOrDefault(grade => grade.Range.Contains(number))?.Label : null;

    private static Grade? ReadGrade(string part, Interval ceiling)
    {
        var at = part.IndexOfAny(['<', '>', '≤', '≥']);
        if (at <= 0 || !Interval.TryParse(part[at..], out var range))
        {
            return null;
        }

        var label = part[..at].Trim().TrimEnd(':').Trim();
        var isLast = range.From is null;
        var full = isLast ? range : range with { To = ceiling.To, ToIncluded = ceiling.ToIncluded };
        return label.Length == 0 || full.IsEmpty ? null : new Grade(label, full);
    }
}
