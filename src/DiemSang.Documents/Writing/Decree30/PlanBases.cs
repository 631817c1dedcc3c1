using DiemSang.Core.Planning;

namespace DiemSang.Documents.Writing.Decree30;

/// <summary>The căn cứ lines and the sentence that leads to the sections.</summary>
internal static class PlanBases
{
    /// <summary>One line each, ending ";", the last with a full stop. What a section cites is printed there, not here.</summary>
    public static IEnumerable<string> Of(PlanDraft plan, FormDate form)
    {
        var cited = plan.LegalBases.Where(basis => !IsInSections(plan, basis)).Select(basis => Line("Căn cứ", basis, form))
            .Concat(plan.Parents.Where(parent => !IsInSections(plan, parent)).Select(parent => Line("Thực hiện", parent, form)))
            .ToList();
        return cited.Select((line, i) => line + (i < cited.Count - 1 ? ";" : "."));
    }

    public static string? Opening(PlanDraft plan) => plan.Issuer is { Length: > 0 } issuer && plan.Title is { Length: > 0 } title
        ? $"{issuer} ban hành Kế hoạch {LowerFirst(title)}, cụ thể như sau:"
        : null;

    private static bool IsInSections(PlanDraft plan, DocumentReference reference) =>
        plan.Sections.Any(section => section.Text.Contains(Core(reference), StringComparison.Ordinal) || section.Heading.Contains(Core(reference), StringComparison.Ordinal));

    private static string Core(DocumentReference reference) => reference is { Number: { } number, Symbol: { } symbol } ? $"{number}/{symbol}" : reference.Text;

    private static string Line(string verb, DocumentReference reference, FormDate form)
    {
        var text = Cite(reference, form).TrimEnd(';', '.', ' ');
        return text.StartsWith("Căn cứ", StringComparison.Ordinal) || text.StartsWith("Thực hiện", StringComparison.Ordinal) ? text : $"{verb} {text}";
    }

    /// <summary>Type, number, date, issuer and subject at the first citation (Phụ lục I, II.3).</summary>
    private static string Cite(DocumentReference reference, FormDate form)
    {
        if (reference is not { Kind: { } kind, Number: { } number, Symbol: { } symbol })
        {
            return reference.Text;
        }

        var date = reference.Date is { } day ? $" {DateLine.Print(day, form)}" : "";
        var issuer = reference.Issuer is null ? "" : $" của {reference.Issuer}";
        return $"{kind} số {number}/{symbol}{date}{issuer}{(reference.Subject is null ? "" : " " + reference.Subject)}";
    }

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
