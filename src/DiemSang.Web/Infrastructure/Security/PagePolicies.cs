using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Infrastructure.Security;

/// <summary>Which folder of pages asks for which policy, in one place. A folder that is not named is for every signed-in person.</summary>
public static class PagePolicies
{
    public static void Apply(RazorPagesOptions options)
    {
        var pages = options.Conventions;
        pages.AllowAnonymousToFolder("/Access/SignIn");
        pages.AuthorizeFolder("/Access/Units/Edit", Policies.Administer);
        pages.AuthorizeFolder("/Access/People/Edit", Policies.Administer);
        pages.AuthorizeFolder("/Access/Mandates", Policies.Administer);
        pages.AuthorizeFolder("/Snapshots", Policies.SeeWholeBoard);
        pages.AuthorizePage("/Snapshots/Keeper", Policies.Organise);
        pages.AuthorizePage("/Meetings/Add", Policies.Organise);
        pages.AllowAnonymousToFolder("/Meetings/Forum");
        pages.AuthorizeFolder("/Plans/Import", Policies.EditPlans);
        pages.AuthorizeFolder("/Plans/Review", Policies.DraftPlans);
        pages.AuthorizePage("/Plans/New", Policies.EditPlans);
        pages.AuthorizeFolder("/Plans/Derive", Policies.DraftPlans);
        pages.AuthorizeFolder("/Plans/Aims", Policies.DraftPlans);
        pages.AuthorizePage("/Plans/Withdraw", Policies.DraftPlans);
        pages.AuthorizePage("/Surveys/Add", Policies.Organise);
        pages.AuthorizePage("/Surveys/AddPoint", Policies.Organise);
        pages.AuthorizePage("/Surveys/AddWave", Policies.Organise);
        pages.AllowAnonymousToFolder("/Surveys/Answer");
        pages.AllowAnonymousToFolder("/Surveys/Kiosk");
        pages.AuthorizePage("/Scorecards/Sets/Add", Policies.Organise);
        pages.AuthorizePage("/Scorecards/Sets/Clone", Policies.Organise);
        pages.AuthorizePage("/Scorecards/Rounds/Add", Policies.Organise);
        pages.AuthorizePage("/Scorecards/Results/Import", Policies.Organise);
        pages.AllowAnonymousToFolder("/Reminders/OneTap");
        pages.AuthorizeFolder("/Reminders/Settings", Policies.Organise);
        pages.AuthorizeFolder("/Reminders/Letters", Policies.Administer);
    }
}
