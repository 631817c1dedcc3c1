namespace DiemSang.Core.Surveys.Questionnaires;

/// <summary>A text in Vietnamese and, where there is one, in English.</summary>
public sealed record LocalText(string Vi, string? En = null)
{
    /// <summary>The text in a language ("vi", "en"); Vietnamese where the other is missing.</summary>
    public string In(string language) => language == "en" && En is not null ? En : Vi;

    public override string ToString() => Vi;
}
