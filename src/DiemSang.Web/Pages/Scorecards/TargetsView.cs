using DiemSang.Modules.Scorecards.Targets;

namespace DiemSang.Web.Pages.Scorecards;

/// <summary>The targets of one unit beside its results.</summary>
/// <param name="IsOwn">The reader may open the plan they stand in.</param>
public sealed record TargetsView(IReadOnlyList<JudgedTarget> Targets, bool IsOwn);
