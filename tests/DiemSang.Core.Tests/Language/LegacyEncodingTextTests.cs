using DiemSang.Core.Language;

namespace DiemSang.Core.Tests.Language;

public sealed class LegacyEncodingTextTests
{
    [Theory]
    [InlineData("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam")]
    [InlineData("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc")]
    [InlineData("quyÕt ®Þnh, ngµy 05 th¸ng 02", "quyết định, ngày 05 tháng 02")]
    [InlineData("­u tiªn ng­êi d©n", "ưu tiên người dân")]
    public void ToUnicode_Tcvn3_GivesUnicode(string typed, string expected) =>
        LegacyEncodingText.ToUnicode(typed, LegacyEncoding.Tcvn3).ShouldBe(expected);

    [Fact]
    public void ToUnicode_CapitalFont_DrawsCapitals() =>
        LegacyEncodingText.ToUnicode("uû ban nh©n d©n", LegacyEncoding.Tcvn3Capitals).ShouldBe("UỶ BAN NHÂN DÂN");

    [Theory]
    [InlineData("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam")]
    [InlineData("ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC")]
    [InlineData("ñöôøng phoá, thöûa ruoäng, kyõ luaät", "đường phố, thửa ruộng, kỹ luật")]
    public void ToUnicode_Vni_GivesUnicode(string typed, string expected) =>
        LegacyEncodingText.ToUnicode(typed, LegacyEncoding.Vni).ShouldBe(expected);

    [Fact]
    public void ToUnicode_TextAlreadyUnicode_ComesBackUnchanged() =>
        LegacyEncodingText.ToUnicode("Kế hoạch số 05", LegacyEncoding.Tcvn3).ShouldBe("Kế hoạch số 05");

    [Theory]
    [InlineData(".VnTime", LegacyEncoding.Tcvn3)]
    [InlineData(".VnTimeH", LegacyEncoding.Tcvn3Capitals)]
    [InlineData(".VnArialH", LegacyEncoding.Tcvn3Capitals)]
    [InlineData("VNI-Times", LegacyEncoding.Vni)]
    [InlineData("Times New Roman", LegacyEncoding.None)]
    [InlineData(null, LegacyEncoding.None)]
    public void ForFont_Name_TellsEncoding(string? font, LegacyEncoding expected) => LegacyEncodingText.ForFont(font).ShouldBe(expected);

    [Theory]
    [InlineData("Thùc hiÖn kÕ ho¹ch c¶i c¸ch hµnh chÝnh cña phßng", LegacyEncoding.Tcvn3)]
    [InlineData("Thöïc hieän keá hoaïch caûi caùch haønh chính cuûa ñôn vò", LegacyEncoding.Vni)]
    [InlineData("Thực hiện kế hoạch cải cách hành chính", LegacyEncoding.None)]
    [InlineData("A plan in plain letters, with a café in it", LegacyEncoding.None)]
    public void Guess_Sentence_TellsEncoding(string text, LegacyEncoding expected) => LegacyEncodingText.Guess(text).ShouldBe(expected);

    [Fact]
    public void ToUnicode_EveryAccentedVowel_ComesBackFromVni()
    {
        foreach (var vowel in "aâăeêioôơuưy")
        {
            foreach (var (tone, mark) in new[] { ("", ""), ("\u0301", "ù"), ("\u0300", "ø"), ("\u0309", "û"), ("\u0303", "õ"), ("\u0323", "ï") })
            {
                var letter = (vowel + tone).Normalize();
                LegacyEncodingText.ToUnicode(TypeVni(vowel, mark), LegacyEncoding.Vni).ShouldBe(letter);
            }
        }
    }

    /// <summary>What a VNI keyboard writes for a vowel and a tone, from VNI's own chart.</summary>
    private static string TypeVni(char vowel, string mark) => (vowel, mark) switch
    {
        ('i', "ù") => "í", ('i', "ø") => "ì", ('i', "û") => "æ", ('i', "õ") => "ó", ('i', "ï") => "ò", ('y', "ï") => "î",
        ('ơ', _) => "ô" + mark,
        ('ư', _) => "ö" + mark,
        ('â' or 'ê' or 'ô', "") => Base(vowel) + "â",
        ('ă', "") => "aê",
        ('â' or 'ê' or 'ô', _) => Base(vowel) + mark switch { "ù" => "á", "ø" => "à", "û" => "å", "õ" => "ã", _ => "ä" },
        ('ă', _) => "a" + mark switch { "ù" => "é", "ø" => "è", "û" => "ú", "õ" => "ü", _ => "ë" },
        _ => vowel + mark,
    };

    private static char Base(char vowel) => vowel switch { 'â' => 'a', 'ê' => 'e', _ => 'o' };
}
