using System.Text;
using DiemSang.Core.Language;

namespace DiemSang.Documents.Reading;

/// <summary>Bytes to text when nothing says which encoding they are in.</summary>
internal static class TextDecoding
{
    /// <summary>More control characters than one in this many means the bytes are not text.</summary>
    private const int MostControlCharacters = 200;

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Byte order mark, then strict UTF-8, then UTF-16 without a mark, then TCVN3 or VNI by their letters, then windows-1258.</summary>
    public static (string Text, bool WasLegacy) Decode(byte[] bytes)
    {
        var (text, wasLegacy) = DecodeRaw(bytes);
        return (VietnameseText.Normalize(WellFormedText.Of(text)), wasLegacy);
    }

    /// <summary>False when control characters show that the bytes were something else.</summary>
    public static bool LooksLikeText(string text)
    {
        var controls = text.Count(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f'));
        return !text.Contains('\0') && controls <= text.Length / MostControlCharacters;
    }

    private static (string Text, bool WasLegacy) DecodeRaw(byte[] bytes)
    {
        if (FromByteOrderMark(bytes) is { } marked)
        {
            return (marked, false);
        }

        if (Strict(Encoding.UTF8, bytes) is { } utf8)
        {
            return (utf8, false);
        }

        if (Utf16WithoutMark(bytes) is { } utf16)
        {
            return (utf16.GetString(bytes), false);
        }

        return FromSingleByte(bytes);
    }

    /// <summary>Many zero bytes at even or at odd places: Latin letters in UTF-16.</summary>
    public static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        int even = 0, odd = 0, length = Math.Min(bytes.Length, 4096);
        for (var i = 0; i < length; i++)
        {
            if (bytes[i] == 0)
            {
                (even, odd) = i % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
            }
        }

        var many = length / 5;
        return odd > many && even < odd / 8 ? Encoding.Unicode
            : even > many && odd < even / 8 ? Encoding.BigEndianUnicode
            : null;
    }

    private static string? FromByteOrderMark(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes.AsSpan(3)),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes.AsSpan(2)),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)),
        _ => null,
    };

    private static string? Strict(Encoding encoding, byte[] bytes)
    {
        try
        {
            return Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static (string Text, bool WasLegacy) FromSingleByte(byte[] bytes)
    {
        var latin1 = Encoding.Latin1.GetString(bytes);
        var legacy = LegacyEncodingText.Guess(latin1);
        return legacy == LegacyEncoding.None
            ? (Encoding.GetEncoding(1258).GetString(bytes), false)
            : (LegacyEncodingText.ToUnicode(latin1, legacy), true);
    }
}
