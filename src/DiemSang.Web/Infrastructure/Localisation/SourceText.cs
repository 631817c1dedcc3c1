namespace DiemSang.Web.Infrastructure.Localisation;

/// <summary>Marks a Vietnamese sentence that is translated later, where it is shown, so that the test of translations finds it.</summary>
public static class SourceText
{
    public static string Key(string vietnamese) => vietnamese;
}
