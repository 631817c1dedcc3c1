using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Surveys.Reviewing;

/// <summary>How often a one-time code was turned away at a place. Counted by <c>CodeChecker</c>; nothing in it says who tried.</summary>
public sealed class RefusedCode : TenantEntity
{
    public Guid WaveId { get; init; }
    public Guid PointId { get; init; }
    public CollectionChannel Channel { get; init; }
    public CodeRefusal Reason { get; init; }

    /// <summary>Null for what nobody was given.</summary>
    public Guid? CodeId { get; init; }
    public int Tries { get; init; }
    public DateTimeOffset FirstAt { get; init; }
    public DateTimeOffset LastAt { get; init; }
}
