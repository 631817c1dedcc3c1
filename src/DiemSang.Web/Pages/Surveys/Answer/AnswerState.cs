using System.Buffers.Text;
using System.Security.Cryptography;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Surveys.Collecting;

namespace DiemSang.Web.Pages.Surveys.Answer;

/// <summary>A half-filled form, carried by its pages: nothing about it is kept on the server before it is sent.</summary>
/// <param name="Key">Made with the empty form; however often it is sent, it is one response.</param>
/// <param name="Step">Drawn anew for each page shown, so that a kiosk knows the page of its present visitor.</param>
/// <param name="Language">"vi" or "en": of the page shown last.</param>
public sealed record AnswerState(Guid Key, Guid Step, DateTimeOffset StartedAt, Guid? CodeId, int Page, string Language, Dictionary<string, string> Answers)
{
    /// <summary>The filled form on its way to the database.</summary>
    public Submission SubmissionTo(SurveyForm form, CollectionChannel channel, string device, DateTimeOffset finishedAt) => new()
    {
        OrganisationId = form.OrganisationId, WaveId = form.Wave!.Id, PointId = form.PointId, Key = Key, Channel = channel, CodeId = CodeId, Device = device,
        Language = Language, StartedAt = StartedAt, FinishedAt = finishedAt, Answers = Answers,
    };

    /// <summary>Written small: it crosses a phone's bad line with every page.</summary>
    public byte[] ToBytes()
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Key.ToByteArray());
        writer.Write(Step.ToByteArray());
        writer.Write(StartedAt.UtcTicks);
        writer.Write((CodeId ?? Guid.Empty).ToByteArray());
        writer.Write7BitEncodedInt(Page);
        writer.Write(Language);
        writer.Write7BitEncodedInt(Answers.Count);
        foreach (var (variable, answer) in Answers)
        {
            writer.Write(variable);
            writer.Write(answer);
        }

        return bytes.ToArray();
    }

    /// <exception cref="EndOfStreamException">These are not bytes of <see cref="ToBytes"/>.</exception>
    public static AnswerState Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var (key, step, started, code) = (ReadGuid(reader), ReadGuid(reader), new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero), ReadGuid(reader));
        var (page, language, count) = (reader.Read7BitEncodedInt(), reader.ReadString(), reader.Read7BitEncodedInt());
        var answers = new Dictionary<string, string>(count);
        for (var answer = 0; answer < count; answer++)
        {
            answers.Add(reader.ReadString(), reader.ReadString());
        }

        return new AnswerState(key, step, started, code == Guid.Empty ? null : code, page, language, answers);
    }

    private static Guid ReadGuid(BinaryReader reader) => new(reader.ReadBytes(16));
}

/// <summary>Seals the state (AES-GCM, under the wave's own key), so that it cannot be read over a shoulder, altered, made up or used in another wave.</summary>
public static class AnswerSeal
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static string Seal(AnswerState state, byte[] key)
    {
        var plain = state.ToBytes();
        var box = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes, plain.Length), box.AsSpan(NonceBytes + plain.Length));
        return Base64Url.EncodeToString(box);
    }

    /// <summary>Null for a forged or damaged state.</summary>
    public static AnswerState? Open(string? text, byte[] key)
    {
        if (!Base64Url.IsValid(text, out var length) || length < NonceBytes + TagBytes)
        {
            return null;
        }

        var box = Base64Url.DecodeFromChars(text);
        var plain = new byte[length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        try
        {
            cipher.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes, plain.Length), box.AsSpan(NonceBytes + plain.Length), plain);
            return AnswerState.Read(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
