namespace DiemSang.Web.Pages.Shared.Parts;

/// <summary>What a person is asked before an act that is hard to take back; drawn by <c>Parts/_Confirm</c>.</summary>
/// <param name="Question">The heading, a question.</param>
/// <param name="Consequences">What will happen, one sentence each.</param>
/// <param name="Act">The words of the button: the act itself, never “OK”.</param>
/// <param name="BackPath">Where “Quay lại” leads.</param>
public sealed record Confirmation(string Question, IReadOnlyList<string> Consequences, string Act, string BackPath, bool IsDangerous = false);
