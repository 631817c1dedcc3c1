using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans.Aiming;
using DiemSang.Modules.Plans.Boards;
using Microsoft.AspNetCore.Mvc;

namespace DiemSang.Web.Pages.Plans.Board;

/// <summary>The board's filter as it stands in the address; the page and the spreadsheet read the same.</summary>
public sealed class BoardQuery
{
    [FromQuery(Name = "unit"), Display(Name = "Đơn vị chủ trì")]
    public Guid? Unit { get; set; }

    [FromQuery(Name = "person"), Display(Name = "Người thực hiện")]
    public Guid? Person { get; set; }

    [FromQuery(Name = "plan"), Display(Name = "Kế hoạch")]
    public Guid? Plan { get; set; }

    [FromQuery(Name = "index"), Display(Name = "Chỉ số")]
    public string? Index { get; set; }

    [FromQuery(Name = "state")]
    public BoardState? State { get; set; }

    [FromQuery(Name = "due"), Display(Name = "Thời hạn")]
    public DueWindow? Due { get; set; }

    [FromQuery(Name = "aim"), Display(Name = "Hướng")]
    public Aim? Aim { get; set; }

    [FromQuery(Name = "words"), Display(Name = "Tìm trong nhiệm vụ")]
    public string? Words { get; set; }

    [FromQuery(Name = "order"), Display(Name = "Sắp xếp")]
    public BoardOrder Order { get; set; }

    /// <summary>True when something beyond words and state is asked for.</summary>
    public bool NarrowsMore => ToFilter() with { Words = null, State = null } != new BoardFilter();

    public BoardFilter ToFilter() => new() { Unit = Unit, Person = Person, Plan = Plan, Index = Index, State = State, Due = Due, Aim = Aim, Words = Words, Order = Order };
}
