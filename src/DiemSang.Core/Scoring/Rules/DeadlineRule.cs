namespace DiemSang.Core.Scoring.Rules;

/// <summary>A day of the scored year (or of the year before or after), so that the rule can be used again next year.</summary>
/// <param name="YearOffset">−1, 0 or 1.</param>
public sealed record YearlyDate(int Month, int Day, int YearOffset = 0)
{
    /// <summary>29/02 is 28/02 in a common year.</summary>
    public DateOnly In(int year) =>
        new(year + YearOffset, Month, Math.Min(Day, DateTime.DaysInMonth(year + YearOffset, Month)));

    public bool IsReal => Month is >= 1 and <= 12 && YearOffset is >= -1 and <= 1 && Day >= 1 && Day <= DateTime.DaysInMonth(2024, Month);
}

/// <param name="Points">Points when done on or before <paramref name="By"/>.</param>
public sealed record DeadlineStep(YearlyDate By, decimal Points);

/// <summary>
/// On time or late by date: the first step that is not before the date gives the points. Hải Phòng 3793/2022 row 1.1.1 (by 31 January 0.2,
/// later 0); Cà Mau row 1.1.1 (late: half).
/// </summary>
/// <param name="Late">Points after the last step.</param>
/// <param name="Never">Points when it was never done (declared as "none").</param>
public sealed record DeadlineRule(IReadOnlyList<DeadlineStep> Steps, decimal Late, decimal Never) : ScoringRule
{
    private const string Done = "date";

    public override string Kind => "deadline";
    public override IReadOnlyList<InputField> Inputs { get; } = [new(Done, "Ngày ban hành hoặc hoàn thành", InputKind.Date)];

    public override RuleOutcome Score(RuleInput input)
    {
        if (input.Year is not { } year)
        {
            return RuleOutcome.Failed("Cần năm chấm điểm (year) để so với thời hạn.");
        }

        return input.Date(Done) is { } date
            ? RuleOutcome.Scored(StepFor(date, year)?.Points ?? Late, LossCause.Late)
            : RuleOutcome.Scored(Never, LossCause.NotDone);
    }

    public override string Explain(RuleInput input, decimal points)
    {
        if (input.Date(Done) is not { } date)
        {
            return $"Chưa thực hiện: {ScoreText.Points(points)}.";
        }

        var step = StepFor(date, input.Year!.Value);
        return step is not null
            ? $"Thực hiện ngày {ScoreText.Date(date)}, trong hạn {ScoreText.Date(step.By.In(input.Year.Value))}: {ScoreText.Points(points)}."
            : $"Thực hiện ngày {ScoreText.Date(date)}, sau hạn {ScoreText.Date(Steps[^1].By.In(input.Year.Value))}: {ScoreText.Points(points)}.";
    }

    public override IEnumerable<RuleProblem> Check(decimal max)
    {
        if (Steps.Count == 0)
        {
            yield return RuleProblem.Error("Quy tắc thời hạn chưa có mốc nào.");
        }

        if (Steps.Any(step => !step.By.IsReal))
        {
            yield return RuleProblem.Error("Mốc thời hạn không phải một ngày có thật.");
        }
        else if (Steps.Zip(Steps.Skip(1)).Any(pair => pair.First.By.In(2024) >= pair.Second.By.In(2024)))
        {
            yield return RuleProblem.Error("Các mốc thời hạn phải xếp từ sớm đến muộn.");
        }

        decimal[] points = [.. Steps.Select(step => step.Points), Late, Never];
        if (points.Any(value => value < 0 || value > max))
        {
            yield return RuleProblem.Error($"Điểm của một mốc nằm ngoài 0 đến {ScoreText.Number(max)}.");
        }

        if (points.Zip(points.Skip(1)).Any(pair => pair.First < pair.Second))
        {
            yield return RuleProblem.Warning("Làm muộn hơn lại được nhiều điểm hơn.");
        }
    }

    private DeadlineStep? StepFor(DateOnly date, int year)
    {
        foreach (var step in Steps)
        {
            if (date <= step.By.In(year))
            {
                return step;
            }
        }

        return null;
    }
}
