namespace DiemSang.Web.Pages.Plans;

/// <summary>Addresses of the pages that read, import and review plans.</summary>
public static class PlanLinks
{
    public const string All = "/plans";
    public const string Import = "/plans/import";
    public const string New = "/plans/new";

    public static string Plan(Guid plan) => $"/plans/{plan}";

    public static string Correct(Guid plan) => $"/plans/import?plan={plan}";

    public static string Reading(Guid import) => $"/plans/import/{import}";

    public static string Difference(Guid import) => $"/plans/import/{import}/difference";

    public static string PageImage(Guid import, int page) => $"/plans/import/{import}/pages/{page}";

    public static string Review(Guid plan) => $"/plans/{plan}/review";

    public static string ReviewAt(Guid plan, Guid row) => $"/plans/{plan}/review#row-{row}";

    public static string Row(Guid plan, Guid row) => $"/plans/{plan}/review/rows/{row}";

    public static string NewRow(Guid plan, Guid? after = null) => after is null ? $"/plans/{plan}/review/rows/new" : $"/plans/{plan}/review/rows/new?after={after}";

    public static string Part(Guid plan, string part) => $"/plans/{plan}/review/{part}";

    public static string Amendments(Guid plan) => $"/plans/{plan}/amendments";

    public static string Amendment(Guid plan, Guid amendment) => $"/plans/{plan}/amendments/{amendment}";

    public static string Propose(Guid plan, Guid row) => $"/plans/{plan}/amendments/propose/{row}";

    public static string ProposeNew(Guid plan) => $"/plans/{plan}/amendments/propose";

    public static string ProposeDrop(Guid plan, Guid row) => $"/plans/{plan}/amendments/drop/{row}";

    public static string Derive(Guid plan) => $"/plans/{plan}/derive";

    public static string Cover(Guid plan) => $"/plans/{plan}/cover";

    public static string Aims(Guid plan) => $"/plans/{plan}/aims";

    public static string Targets(Guid plan) => $"/plans/{plan}/targets";

    /// <param name="isBase">What the number was before the plan; else what it is now.</param>
    public static string Target(Guid plan, Guid target, bool isBase) => $"/plans/{plan}/targets/{target}?before={(isBase ? "true" : "false")}";

    public static string Edition(Guid plan, int number) => $"/plans/{plan}/editions/{number}";

    public static string CompareEditions(Guid plan, int from, int to) => $"/plans/{plan}/editions/compare?from={from}&to={to}";

    public static string Issue(Guid plan) => $"/plans/{plan}/issue";
}
