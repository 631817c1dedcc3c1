using DiemSang.Core.Planning;

namespace DiemSang.Documents.Writing.Decree30;

/// <summary>The căn cứ lines and the sentence that leads to the sections.</summary>
internal static class PlanBases
{
    /// <summary>One line each, ending ";", the last with a full stop.</summary>
    public static IEnumerable<string> Of(PlanDraft plan, FormDate form)
    {
        var cited = plan.LegalBases.Where(basis => !IsCitedLater(plan, basis)).Select(basis => Line("Căn cứ", basis, form))
            .Concat(plan.Parents.Where(parent => !IsCitedLater(plan, parent)).Select(parent => Line("Thực hiện", parent, form)))
            .ToList();
        return cited.Select((line, i) => line + (i < cited.Count - 1 ? ";" : "."));
    }

    public static string? Opening(PlanDraft plan) => plan.Issuer is { Length: > 0 } issuer && plan.Title is { Length: > 0 } title
        ? $"{issuer} ban hành Kế hoạch {LowerFirst(title)}, cụ thể như sau:"
        : null;

    /// <summary>A document that the source names only inside its sections or appendices is printed there.</summary>
    private static bool IsCitedLater(PlanDraft plan, DocumentReference reference) =>
        reference.Source?.Block > plan.Sections.Select(section => section.Source?.Block).FirstOrDefault();

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
        return $"{kind} số {number}/{symbol}{date}{issuer}{Subject(reference)}";
    }

    /// <summary>"Kế hoạch … về …", but "Quyết định … phê duyệt …".</summary>
    private static string Subject(DocumentReference reference) => reference switch
    {
        { Subject: null or "" } => "",
        { Kind: "Kế hoạch", Subject: { } subject } when !subject.StartsWith("về ", StringComparison.OrdinalIgnoreCase) => " về " + subject,
        _ => " " + reference.Subject,
    };

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
