using System.Text;

namespace DiemSang.Modules.Surveys.Collecting;

/// <summary>What people type, as it is stored.</summary>
public static class AnswerText
{
    /// <summary>Composed (NFC), trimmed, without control signs and noncharacters (PostgreSQL or normalising would refuse some); line ends stay.</summary>
    public static string Clean(string typed)
    {
        if (Ascii.IsValid(typed) && !typed.Any(char.IsControl))
        {
            return typed.Trim();
        }

        var plain = string.Concat(typed.ReplaceLineEndings("\n").EnumerateRunes().Where(rune => rune.Value == '\n' || (!Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE)));
        return plain.Normalize(NormalizationForm.FormC).Trim();
    }
}
