using System.Security.Cryptography;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Modules.Surveys.Collecting;

/// <summary>What stands behind the code of a poster or link.</summary>
/// <param name="Wave">The open wave, else the last closed one; null when the survey has had none.</param>
public sealed record SurveyForm(Guid OrganisationId, string Organisation, Guid SurveyId, string Survey, Guid PointId, string Point, PointKind PointKind, bool HasEnded, FormWave? Wave);

/// <summary>A wave as those who answer meet it.</summary>
public sealed record FormWave(Guid Id, string Name, WaveState State, DateOnly From, DateOnly To, IReadOnlyList<CollectionChannel> Channels, bool NeedsCode, byte[] Secret)
{
    /// <summary>The questionnaire, frozen when the wave opened.</summary>
    public required FormWalk Walk { get; init; }

    public Questionnaire Questionnaire => Walk.Questionnaire;

    public IReadOnlyList<FormPage> Pages => Walk.Pages;

    /// <summary>Seals the half-filled forms of this wave; of no use for the marks that <see cref="Secret"/> makes.</summary>
    public byte[] SealKey { get; } = HKDF.DeriveKey(HashAlgorithmName.SHA256, Secret, SealKeyBytes, info: "surveys.answer"u8.ToArray());

    private const int SealKeyBytes = 32;

    /// <param name="today">Vietnamese day.</param>
    public bool TakesAnswers(DateOnly today, CollectionChannel channel) =>
        State == WaveState.Open && From <= today && today <= To && Channels.Contains(channel);
}
