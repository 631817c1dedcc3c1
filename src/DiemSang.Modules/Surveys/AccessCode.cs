using System.Security.Cryptography;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Surveys;

/// <summary>
/// One answer for one dossier or household. What is stored tells neither the code nor whose it is; it only carries what the estimates need.
/// </summary>
public sealed class AccessCode : TenantEntity
{
    private const int Length = 10;

    public Guid WaveId { get; init; }
    public required byte[] CodeMark { get; init; }
    public required byte[] ReferenceMark { get; init; }
    public string Stratum { get; init; } = "";

    /// <summary>Primary sampling unit: the hamlet, the counter.</summary>
    public string Cluster { get; init; } = "";

    /// <summary>1 / probability of being drawn.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Whether the dossier was settled on time; null when not known or not a dossier.</summary>
    public bool? WasOnTime { get; init; }

    /// <summary>Ten letters, about 49 bits: not to be guessed.</summary>
    public static string NewText() => RandomNumberGenerator.GetString(TypedCode.Alphabet, Length);
}
