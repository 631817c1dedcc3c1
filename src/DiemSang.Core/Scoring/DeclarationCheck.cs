using DiemSang.Core.Scoring.Rules;

namespace DiemSang.Core.Scoring;

/// <summary>Whether a declaration gives a rule what it asks for.</summary>
internal readonly record struct DeclarationCheck(bool IsMissing, bool IsInvalid, string? Message)
{
    public static DeclarationCheck Of(ScoringRule rule, Declaration? declaration)
    {
        if (declaration is null || declaration.Values.Count == 0)
        {
            return new DeclarationCheck(IsMissing: true, IsInvalid: false, null);
        }

        var known = 0;
        List<string>? missing = null;
        for (var i = 0; i < rule.Inputs.Count; i++)
        {
            var field = rule.Inputs[i];
            if (!declaration.Values.TryGetValue(field.Name, out var value))
            {
                if (field.IsRequired)
                {
                    (missing ??= []).Add(field.Label);
                }
            }
            else if (field.Problem(value) is { } problem)
            {
                return Invalid(problem);
            }
            else
            {
                known++;
            }
        }

        if (known != declaration.Values.Count)
        {
            return Invalid(UnknownName(rule, declaration));
        }

        return missing is null
            ? default
            : new DeclarationCheck(IsMissing: true, IsInvalid: false, $"Còn thiếu {ScoreText.Quoted(missing)}.");
    }

    private static DeclarationCheck Invalid(string message) => new(IsMissing: false, IsInvalid: true, message);

    private static string UnknownName(ScoringRule rule, Declaration declaration)
    {
        var unknown = declaration.Values.Keys.First(name => rule.Inputs.All(field => field.Name != name));
        return $"Không có số liệu tên “{unknown}” ở tiêu chí này; cần: {string.Join(", ", rule.Inputs.Select(field => field.Name))}.";
    }
}
