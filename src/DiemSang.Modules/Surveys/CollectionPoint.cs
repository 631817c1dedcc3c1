using System.Security.Cryptography;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Surveys;

public enum PointKind { Counter, Procedure, Hamlet, Link }

/// <summary>Where people find the form: a counter, a procedure, a hamlet, or a link sent to them. Its poster serves every wave of the survey.</summary>
public sealed class CollectionPoint : TenantEntity, IAudited
{
    public const int NameMaxLength = 200;
    private const int CodeLength = 7;

    private CollectionPoint()
    {
    }

    public CollectionPoint(Survey survey, PointKind kind, string name)
    {
        OrganisationId = survey.OrganisationId;
        SurveyId = survey.Id;
        Kind = kind;
        Name = name;
    }

    public Guid SurveyId { get; private set; }
    public PointKind Kind { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Last part of the public address; short, so that it can be typed from a poster.</summary>
    public string Code { get; private set; } = RandomNumberGenerator.GetString(TypedCode.Alphabet, CodeLength);
    public DateOnly? EndedOn { get; private set; }

    public void End(DateOnly on) => EndedOn ??= on;
}

/// <summary>Codes that people read from paper and type: no letter that looks like another or like a digit.</summary>
public static class TypedCode
{
    public const string Alphabet = "23456789abcdefghjkmnpqrstvwxyz";

    /// <summary>As typed, with spaces, hyphens and capitals.</summary>
    public static string Normalise(string typed) => string.Concat(typed.ToLowerInvariant().Where(letter => Alphabet.Contains(letter)));
}
