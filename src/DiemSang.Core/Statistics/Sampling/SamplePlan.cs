namespace DiemSang.Core.Statistics.Sampling;

/// <summary>A line of the frame: a household, a dossier, a person.</summary>
/// <param name="Id">Unique in the frame.</param>
/// <param name="Stratum">Empty when the draw is not stratified.</param>
/// <param name="Clusters">The bigger units it lies in, from big to small (commune, hamlet); one per stage before the last.</param>
/// <param name="Size">For sampling with probability proportional to size; a cluster's size is the sum over its lines.</param>
/// <param name="WasOnTime">Of a dossier, when the frame says so; the draw carries it along and does not look at it.</param>
public sealed record FrameUnit(string Id, string Stratum, IReadOnlyList<string> Clusters, double Size = 1, bool? WasOnTime = null);

/// <summary>One stage of a draw.</summary>
/// <param name="Method">How units are picked.</param>
/// <param name="Take">Units picked within each unit of the stage before; not used at the first stage.</param>
/// <param name="Reserve">Further units picked to replace those that cannot be asked.</param>
public sealed record StagePlan(SelectionMethod Method, int Take, int Reserve = 0);

/// <summary>Everything that fixes a draw: with the same frame, anyone gets the same sample.</summary>
/// <param name="Seed">Recorded before the draw, best decided in public.</param>
/// <param name="FirstStage">First-stage units to pick per stratum.</param>
/// <param name="Stages">From big units to the lines of the frame; one more than the clusters of a line.</param>
public sealed record SamplePlan(string Seed, IReadOnlyDictionary<string, int> FirstStage, IReadOnlyList<StagePlan> Stages);

/// <summary>A line of the frame in the sample.</summary>
/// <param name="Unit">The line.</param>
/// <param name="Order">From 1, in the order drawn; reserves are used in this order.</param>
/// <param name="IsReserve">Asked only when another cannot be.</param>
/// <param name="Probability">Chance to be in the sample, the product over stages.</param>
public sealed record DrawnUnit(FrameUnit Unit, int Order, bool IsReserve, double Probability)
{
    /// <summary>How many of the population it stands for before non-response: 1/probability.</summary>
    public double Weight => 1 / Probability;
}
