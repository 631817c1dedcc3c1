using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Boards;

namespace DiemSang.Web.Pages.Plans.Tasks;

/// <summary>A unit's number held against its base, as shown beside it.</summary>
public sealed record TrendView(Direction Direction, Trend Trend, CountedNumber? Base, DateOnly? On, string? Source)
{
    public static TrendView Of(Direction direction, Assignment part, Standing? standing) =>
        new(direction, direction.Judge(part.Base, standing?.Counted), part.Base, part.BaseOn, part.BaseSource);
}
