namespace DiemSang.Core.Language;

/// <summary>The single-byte Vietnamese encodings that still turn up in old office files, told by the font of a run.</summary>
public enum LegacyEncoding
{
    /// <summary>Unicode: nothing to convert.</summary>
    None,

    /// <summary>TCVN 5712:1993 (ABC): fonts <c>.VnTime</c>, <c>.VnArial</c> …</summary>
    Tcvn3,

    /// <summary>The same codes in a font that draws lower-case codes as capitals: <c>.VnTimeH</c>, <c>.VnArialH</c> …</summary>
    Tcvn3Capitals,

    /// <summary>VNI for Windows, two characters per accented vowel: fonts <c>VNI-Times</c> …</summary>
    Vni,
}
