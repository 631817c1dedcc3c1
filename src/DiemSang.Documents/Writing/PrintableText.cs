using System.Text;
using DiemSang.Core.Language;

namespace DiemSang.Documents.Writing;

/// <summary>Text as office files can hold it: NFC, and nothing that XML forbids.</summary>
internal static class PrintableText
{
    public static string Of(string? text)
    {
        var clean = new StringBuilder();
        foreach (var c in VietnameseText.Normalize(WellFormedText.Of(text ?? "")))
        {
            if (c is '\t' or '\n' || !char.IsControl(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }
}
