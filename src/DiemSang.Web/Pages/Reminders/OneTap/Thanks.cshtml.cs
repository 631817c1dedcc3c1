using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Reminders.OneTap;

/// <summary>Where a report sent from a letter's link ends: the sender need not sign in to be told that it arrived.</summary>
public sealed class ThanksModel : PageModel;
