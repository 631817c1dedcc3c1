using DiemSang.Core.Scoring.Rules;

namespace DiemSang.Web.Pages.Scorecards;

/// <summary>The inputs of one rule with what was typed.</summary>
public sealed record InputsView(ScoringRule Rule, DeclaredForm Form);
