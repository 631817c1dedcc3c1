using DiemSang.Documents.Writing.Fonts;
using DiemSang.Documents.Writing.Pdf;
using QRCoder;

namespace DiemSang.Documents.Writing.Posters;

/// <summary>What stands on a poster; every text in the language it is printed in.</summary>
/// <param name="Owner">The organisation that asks.</param>
/// <param name="Place">Counter, procedure or hamlet.</param>
/// <param name="Address">Full public address, also readable for those who type.</param>
public sealed record PosterText(string Owner, string Title, string Place, string Invitation, string HowTo, string Promise, string Address);

/// <summary>A QR poster for printing: an A4 page, or the square alone as a picture.</summary>
public static class SurveyPoster
{
    private const double Margin = 55;
    private const double CodeSide = 300;
    private const double CodeTop = 290;
    private const int PixelsPerModule = 20;
    private static readonly PdfColour Navy = new(0x12, 0x30, 0x4f);

    /// <summary>A4, portrait, vector: sharp at any size.</summary>
    public static void WritePdf(PosterText text, Stream output)
    {
        var page = new PdfPage();
        page.Fill(0, 0, PdfPage.Width, 92, Navy);
        page.Centre(PrintableText.Of(text.Owner), 30, ShippedFont.SemiBold, 15, PdfColour.White, Margin);
        var below = page.Centre(PrintableText.Of(text.Title), 120, ShippedFont.SemiBold, 26, PdfColour.Black, Margin);
        page.Centre(PrintableText.Of(text.Place), below + 10, ShippedFont.Regular, 19, PdfColour.Black, Margin);
        DrawCode(page, text.Address);
        below = page.Centre(PrintableText.Of(text.Invitation), CodeTop + CodeSide + 8, ShippedFont.SemiBold, 17, PdfColour.Black, Margin);
        below = page.Centre(PrintableText.Of(text.HowTo), below + 4, ShippedFont.Regular, 13, PdfColour.Black, Margin);
        page.Centre(text.Address.Replace("https://", "").Replace("http://", ""), below + 12, ShippedFont.SemiBold, 15, PdfColour.Black, Margin);
        page.Centre(PrintableText.Of(text.Promise), PdfPage.Height - 100, ShippedFont.Regular, 12, PdfColour.Black, Margin);
        PdfFile.Write(output, $"{text.Title} – {text.Place}", [page]);
    }

    public static byte[] Png(string address)
    {
        using var code = Code(address);
        return new PngByteQRCode(code).GetGraphic(PixelsPerModule);
    }

    private static void DrawCode(PdfPage page, string address)
    {
        using var code = Code(address);
        var side = CodeSide / code.ModuleMatrix.Count;
        foreach (var (row, y) in code.ModuleMatrix.Select((row, y) => (row, y)))
        {
            for (var x = 0; x < row.Count; x++)
            {
                if (row[x])
                {
                    // A hair wider than its cell, so that no printer shows lines between the squares.
                    page.Fill(((PdfPage.Width - CodeSide) / 2) + (x * side), CodeTop + (y * side), side + 0.1, side + 0.1, PdfColour.Black);
                }
            }
        }
    }

    private static QRCodeData Code(string address)
    {
        using var generator = new QRCodeGenerator();
        return generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.Q);
    }
}
