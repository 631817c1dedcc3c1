namespace DiemSang.Core.Scoring;

/// <summary>A criterion of another set, written "par-index-tinh/1.2": any version of the set.</summary>
public sealed record CriterionReference(string Set, string Code)
{
    private const char Between = '/';

    /// <summary>Null for a text that names no set or no criterion.</summary>
    public static CriterionReference? Parse(string text) =>
        text.Split(Between, 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } set, { Length: > 0 } code] ? new CriterionReference(set, code) : null;

    /// <summary>What to answer to a text that <see cref="Parse"/> does not understand.</summary>
    public static string HowToWrite(string text) => $"“{text}” chưa chỉ ra tiêu chí nào; viết mã bộ tiêu chí, dấu “/” rồi mã tiêu chí, như par-index-tinh/1.2.";

    public override string ToString() => $"{Set}{Between}{Code}";
}
