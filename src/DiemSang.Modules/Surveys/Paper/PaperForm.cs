using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Surveys.Paper;

/// <summary>A paper form, keyed by two clerks who do not see each other's typing; it becomes a response when both agree.</summary>
public sealed class PaperForm : TenantEntity, IAudited
{
    public Guid WaveId { get; init; }
    public Guid PointId { get; init; }

    /// <summary>Written on the paper, so that the second clerk and an inspector find the same sheet.</summary>
    public int Number { get; init; }
    public DateOnly FilledOn { get; init; }

    /// <summary>The one-time code written on the sheet; null in waves that give out none.</summary>
    public Guid? CodeId { get; init; }
    public Guid FirstClerkId { get; init; }
    public required Dictionary<string, string> FirstAnswers { get; init; }
    public Guid? SecondClerkId { get; private set; }
    public Dictionary<string, string>? SecondAnswers { get; private set; }
    public Guid? ResponseId { get; private set; }

    public bool IsSettled => ResponseId is not null;

    /// <summary>Variables on which the two clerks differ.</summary>
    public IReadOnlyList<string> Differences => SecondAnswers is null ? [] :
        [.. FirstAnswers.Keys.Union(SecondAnswers.Keys).Where(variable => FirstAnswers.GetValueOrDefault(variable) != SecondAnswers.GetValueOrDefault(variable))];

    public void KeyAgain(Guid clerkId, Dictionary<string, string> answers)
    {
        SecondClerkId = clerkId;
        SecondAnswers = answers;
    }

    public void Settle(Guid responseId) => ResponseId = responseId;
}
