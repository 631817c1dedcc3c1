using System.Security.Cryptography;
using System.Text;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Surveys;

/// <summary>A questionnaire that is asked again and again, in waves.</summary>
public sealed class Survey : TenantEntity, IAudited
{
    public const int TitleMaxLength = 200;

    private Survey()
    {
    }

    public Survey(string title, QuestionnaireVersion questionnaire)
    {
        OrganisationId = questionnaire.OrganisationId;
        Title = title;
        QuestionnaireId = questionnaire.Id;
    }

    public string Title { get; private set; } = "";

    /// <summary>What the next wave will ask; waves that have opened keep theirs.</summary>
    public Guid QuestionnaireId { get; private set; }

    public void Revise(QuestionnaireVersion questionnaire) => QuestionnaireId = questionnaire.Id;
}

/// <summary>A questionnaire's text, kept once under its hash and never changed.</summary>
public sealed class QuestionnaireVersion : TenantEntity
{
    private QuestionnaireVersion()
    {
    }

    public QuestionnaireVersion(Guid organisationId, Questionnaire questionnaire, string definition)
    {
        OrganisationId = organisationId;
        Code = questionnaire.Code;
        Label = questionnaire.Version;
        Definition = definition;
        ContentHash = HashOf(definition);
    }

    /// <summary>SHA-256 of the definition, lower-case hexadecimal.</summary>
    public string ContentHash { get; private set; } = "";
    public string Code { get; private set; } = "";

    /// <summary>The questionnaire's own version: "2026.1".</summary>
    public string Label { get; private set; } = "";

    /// <summary>YAML as in <c>catalog/surveys</c>.</summary>
    public string Definition { get; private set; } = "";

    public static string HashOf(string definition) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(definition)));
}
