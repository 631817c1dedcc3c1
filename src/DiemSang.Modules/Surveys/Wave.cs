using System.Security.Cryptography;
using System.Text;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Surveys;

public enum WaveState { Draft, Open, Closed }

/// <summary>A đợt khảo sát: one period of asking, with the questionnaire frozen at its opening.</summary>
public sealed class Wave : TenantEntity, IAudited
{
    public const int NameMaxLength = 200;

    private Wave()
    {
    }

    public Wave(Survey survey, string name, DateOnly from, DateOnly to, IEnumerable<CollectionChannel> channels, bool needsCode = false)
    {
        OrganisationId = survey.OrganisationId;
        SurveyId = survey.Id;
        Name = name;
        FromDate = from;
        ToDate = to;
        Channels = [.. channels];
        NeedsCode = needsCode;
    }

    public Guid SurveyId { get; private set; }
    public string Name { get; private set; } = "";
    public DateOnly FromDate { get; private set; }

    /// <summary>Last day answers are taken.</summary>
    public DateOnly ToDate { get; private set; }
    public WaveState State { get; private set; } = WaveState.Draft;

    /// <summary>Ways answers may come in.</summary>
    public List<CollectionChannel> Channels { get; private set; } = [];

    /// <summary>True when nobody answers without a one-time code.</summary>
    public bool NeedsCode { get; private set; }

    /// <summary>Null until the wave opens.</summary>
    public Guid? QuestionnaireId { get; private set; }
    public DateTimeOffset? OpenedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Freezes the questionnaire. A closed wave may be opened again: its questions stay the same.</summary>
    public void Open(Survey survey, DateTimeOffset at)
    {
        QuestionnaireId ??= survey.QuestionnaireId;
        OpenedAt ??= at;
        ClosedAt = null;
        State = WaveState.Open;
    }

    public void Close(DateTimeOffset at)
    {
        State = WaveState.Closed;
        ClosedAt = at;
    }
}

/// <summary>
/// Makes marks of codes, dossier numbers and devices: equal for equal things within a wave, and of no use outside it.
/// Its id is the wave's. Not audited: the log must not keep the secret.
/// </summary>
public sealed class WaveKey : TenantEntity
{
    private const int Length = 32;

    public byte[] Secret { get; private set; } = RandomNumberGenerator.GetBytes(Length);

    public byte[] MarkOf(string text) => Mark(Secret, text);

    public static byte[] Mark(byte[] secret, string text) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text));
}
