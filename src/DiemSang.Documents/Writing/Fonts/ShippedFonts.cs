using PdfSharp.Fonts;

namespace DiemSang.Documents.Writing.Fonts;

/// <summary>Be Vietnam Pro (SIL Open Font License), the font of every PDF: a server need not have any font of its own.</summary>
internal sealed class ShippedFonts : IFontResolver
{
    public const string Family = "Be Vietnam Pro";
    private const string Regular = "BeVietnamPro-Regular";
    private const string SemiBold = "BeVietnamPro-SemiBold";
    private static readonly Lock Once = new();

    /// <summary>PDFsharp has one resolver for the whole program.</summary>
    public static void Use()
    {
        lock (Once)
        {
            GlobalFontSettings.FontResolver ??= new ShippedFonts();
        }
    }

    public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) => new(bold ? SemiBold : Regular);

    public byte[]? GetFont(string faceName)
    {
        using var font = typeof(ShippedFonts).Assembly.GetManifestResourceStream($"fonts/{faceName}.ttf")!;
        var bytes = new byte[font.Length];
        font.ReadExactly(bytes);
        return bytes;
    }
}
