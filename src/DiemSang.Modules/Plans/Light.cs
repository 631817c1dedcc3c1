namespace DiemSang.Modules.Plans;

/// <summary>The computed traffic light, worst first; the rule is in the migration that creates <c>plans.standing</c>.</summary>
public enum Light { Late, Blocked, NotStarted, InProgress, Done }
