namespace DiemSang.Core.Surveys;

/// <summary>What became of the people in a sample, or in one stratum of it.</summary>
/// <param name="Drawn">In the sample, replacements included when they were used.</param>
/// <param name="Completed">Answered and accepted.</param>
/// <param name="Refused">Reached, declined or broke off.</param>
/// <param name="Ineligible">Found not to belong to the population: moved away, under age, no such dossier.</param>
public sealed record ResponseRate(int Drawn, int Completed, int Refused, int Ineligible)
{
    /// <summary>Neither answered, refused nor ineligible: not reached.</summary>
    public int NotReached => Drawn - Completed - Refused - Ineligible;

    /// <summary>
    /// Completed over all who may have been eligible, those not reached included: the lowest honest rate, RR1 of AAPOR's Standard Definitions.
    /// NaN when nobody was eligible.
    /// </summary>
    public double Rate => (double)Completed / (Drawn - Ineligible);

    /// <summary>What the weights of those who answered are multiplied by so that they stand for their stratum's silent ones too.</summary>
    public double WeightFactor => 1 / Rate;

    /// <summary>Several strata taken together.</summary>
    public static ResponseRate operator +(ResponseRate a, ResponseRate b) =>
        new(a.Drawn + b.Drawn, a.Completed + b.Completed, a.Refused + b.Refused, a.Ineligible + b.Ineligible);
}
