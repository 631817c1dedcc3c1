using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace DiemSang.Modules.Reminders.Links;

/// <summary>What a one-tap link says: this person may open the update form of this one occurrence until then. Nothing else.</summary>
public sealed record OneTapTicket(Guid OrganisationId, Guid PersonId, Guid TaskId, Guid OccurrenceId, DateTimeOffset ExpiresAt)
{
    private const byte Format = 1;
    private const int BodyLength = 1 + (4 * 16) + 8;

    /// <summary>140 characters that stand in an address as they are: the ticket and its HMAC-SHA-256.</summary>
    public string Sign(byte[] secret)
    {
        var bytes = new byte[BodyLength + HMACSHA256.HashSizeInBytes];
        var body = bytes.AsSpan(0, BodyLength);
        body[0] = Format;
        OrganisationId.TryWriteBytes(body[1..]);
        PersonId.TryWriteBytes(body[17..]);
        TaskId.TryWriteBytes(body[33..]);
        OccurrenceId.TryWriteBytes(body[49..]);
        BinaryPrimitives.WriteInt64BigEndian(body[65..], ExpiresAt.ToUnixTimeSeconds());
        HMACSHA256.HashData(secret, body, bytes.AsSpan(BodyLength));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>What a link claims, not yet to be believed: whose key to check it with. Null when it is no link of ours.</summary>
    public static OneTapTicket? Claimed(string token)
    {
        if (Decode(token) is not { } bytes)
        {
            return null;
        }

        var body = bytes.AsSpan(0, BodyLength);
        return new OneTapTicket(
            new Guid(body[1..17]), new Guid(body[17..33]), new Guid(body[33..49]), new Guid(body[49..65]),
            DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(BinaryPrimitives.ReadInt64BigEndian(body[65..]), 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds())));
    }

    public static bool IsSignedWith(string token, byte[] secret) =>
        Decode(token) is { } bytes
        && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(secret, bytes.AsSpan(0, BodyLength)), bytes.AsSpan(BodyLength));

    private static byte[]? Decode(string token)
    {
        var bytes = new byte[BodyLength + HMACSHA256.HashSizeInBytes];
        return Base64Url.IsValid(token) && Base64Url.TryDecodeFromChars(token, bytes, out var written) && written == bytes.Length && bytes[0] == Format ? bytes : null;
    }
}
