using System.Text.RegularExpressions;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Plans;

/// <summary>"Nơi nhận": one recipient a line, with the purpose in brackets (ORG-04).</summary>
internal static partial class RecipientReader
{
    private const string ForTheFile = "Lưu";

    public static IReadOnlyList<PlanRecipient> Read(IReadOnlyList<PlanLine> lines) =>
        [.. lines.Where(line => Bullets.IsBullet(line.Text)).Select(Read).Where(recipient => recipient.Name.Length > 0)];

    private static PlanRecipient Read(PlanLine line)
    {
        var text = line.Text[1..].Trim().TrimEnd('.', ';', ',', ':', ' ');
        if (line.Folded.TrimStart('-', '+', '•', ' ').StartsWith("luu", StringComparison.Ordinal))
        {
            return new PlanRecipient(text, ForTheFile, line.Place);
        }

        var purpose = Purpose().Match(text);
        return purpose.Success
            ? new PlanRecipient(text[..purpose.Index].TrimEnd(), purpose.Groups[1].Value.Trim(), line.Place)
            : new PlanRecipient(text, null, line.Place);
    }

    [GeneratedRegex(@"\s*\(([^()]+)\)$")]
    private static partial Regex Purpose();
}
