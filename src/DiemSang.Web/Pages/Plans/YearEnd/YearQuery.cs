using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Shared;
using Microsoft.AspNetCore.Mvc;

namespace DiemSang.Web.Pages.Plans.YearEnd;

/// <summary>Year and plan as they stand in the address; pages and papers read the same.</summary>
public sealed class YearQuery
{
    /// <summary>Years a record can be asked for, back from this one.</summary>
    public const int YearsBack = 5;

    [FromQuery(Name = "year"), Display(Name = "Năm")]
    public int? Year { get; set; }

    [FromQuery(Name = "plan"), Display(Name = "Kế hoạch")]
    public Guid? Plan { get; set; }

    /// <summary>The year asked for, kept within what the product may know; this year when none was.</summary>
    public int YearOn(TimeProvider clock)
    {
        var now = clock.Today().Year;
        return Math.Clamp(Year ?? now, now - YearsBack, now);
    }

    public string Address(int year) => $"?year={year}{(Plan is { } plan ? $"&plan={plan}" : "")}";
}
