namespace DiemSang.Web.Pages.Scorecards.Sets.Rules;

/// <summary>One box of a rule's form as it is shown.</summary>
/// <param name="Name">Name of the field in the post.</param>
/// <param name="Caption">Read out where the heading of the column is not enough.</param>
internal sealed record RuleCell(RuleField Field, string Name, string? Typed, string? Caption = null);
