using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace DiemSang.Web.Pages.Surveys.Answer;

/// <summary>A half-filled form, carried by its pages: nothing about it is kept on the server before it is sent.</summary>
/// <param name="Key">Made with the empty form; however often it is sent, it is one response.</param>
/// <param name="Step">Drawn anew for each page shown, so that a kiosk knows the page of its present visitor.</param>
public sealed record AnswerState(Guid WaveId, Guid PointId, Guid Key, Guid Step, DateTimeOffset StartedAt, Guid? CodeId, int Page, Dictionary<string, string> Answers);

/// <summary>Seals the state, so that it cannot be read over a shoulder, altered or made up.</summary>
public sealed class AnswerSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("surveys.answer.1");

    public string Seal(AnswerState state) => WebEncoders.Base64UrlEncode(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(state)));

    /// <summary>Null for a forged or damaged state.</summary>
    public AnswerState? Open(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<AnswerState>(_protector.Unprotect(WebEncoders.Base64UrlDecode(text)));
        }
        catch (Exception trouble) when (trouble is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}
