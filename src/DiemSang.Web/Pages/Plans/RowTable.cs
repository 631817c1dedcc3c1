using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Aiming;

namespace DiemSang.Web.Pages.Plans;

/// <summary>Rows of a plan in the seven columns of its appendix.</summary>
public sealed record RowTable(Plan Plan, IReadOnlyList<PlanRow> Rows)
{
    /// <summary>Each row leads to the form that asks for a change of it.</summary>
    public bool MayPropose { get; init; }

    /// <summary>What is wanted of an index's content; "" is the whole index.</summary>
    public IReadOnlyDictionary<(string IndexCode, string Content), Aim> Aims { get; init; } = new Dictionary<(string, string), Aim>();

    /// <summary>Row → its task, where the rows of an earlier edition lead to what was done for them.</summary>
    public IReadOnlyDictionary<Guid, Guid> Tasks { get; init; } = new Dictionary<Guid, Guid>();
}
