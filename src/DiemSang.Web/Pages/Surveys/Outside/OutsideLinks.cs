namespace DiemSang.Web.Pages.Surveys.Outside;

/// <summary>Addresses of outside surveys and their support.</summary>
public static class OutsideLinks
{
    public const string All = "/surveys/outside";

    public static string Survey(Guid survey) => $"{All}/{survey}";

    public static string Task(Guid task) => $"{All}/tasks/{task}";
}
