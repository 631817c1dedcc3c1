using DiemSang.Core.Scoring;
using DiemSang.Modules.Scorecards.Figures;

namespace DiemSang.Modules.Scorecards.Sets;

/// <summary>What is wrong with a set here: in itself, or in the figures it asks this product for.</summary>
internal static class SetProblems
{
    public static IEnumerable<SetProblem> Of(CriteriaSet set) => CriteriaSetCheck.Run(set).Concat(FigureNames.Unknown(set));
}
