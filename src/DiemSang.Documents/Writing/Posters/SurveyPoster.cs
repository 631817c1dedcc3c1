using DiemSang.Documents.Writing.Fonts;
using PdfSharp.Drawing;
using PdfSharp.Drawing.Layout;
using PdfSharp.Pdf;
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
    private const double Margin = 50;
    private const int PixelsPerModule = 20;

    /// <summary>A4, portrait, vector: sharp at any size.</summary>
    public static void WritePdf(PosterText text, Stream output)
    {
        ShippedFonts.Use();
        using var document = new PdfDocument();
        document.Info.Title = $"{text.Title} – {text.Place}";
        var page = document.AddPage();
        page.Size = PdfSharp.PageSize.A4;
        using (var drawing = XGraphics.FromPdfPage(page))
        {
            Draw(drawing, text, page.Width.Point, page.Height.Point);
        }

        document.Save(output, closeStream: false);
    }

    public static byte[] Png(string address)
    {
        using var code = Code(address);
        return new PngByteQRCode(code).GetGraphic(PixelsPerModule);
    }

    private static void Draw(XGraphics drawing, PosterText text, double width, double height)
    {
        var inner = width - (2 * Margin);
        drawing.DrawRectangle(new XSolidBrush(XColor.FromArgb(0x12, 0x30, 0x4f)), 0, 0, width, 92);
        Write(drawing, text.Owner, 15, XFontStyleEx.Bold, XBrushes.White, new XRect(Margin, 34, inner, 44));
        Write(drawing, text.Title, 25, XFontStyleEx.Bold, XBrushes.Black, new XRect(Margin, 122, inner, 100));
        Write(drawing, text.Place, 19, XFontStyleEx.Regular, XBrushes.Black, new XRect(Margin, 226, inner, 56));
        DrawCode(drawing, text.Address, new XRect((width - 300) / 2, 288, 300, 300));
        Write(drawing, text.Invitation, 17, XFontStyleEx.Bold, XBrushes.Black, new XRect(Margin, 606, inner, 28));
        Write(drawing, text.HowTo, 13, XFontStyleEx.Regular, XBrushes.Black, new XRect(Margin, 640, inner, 42));
        Write(drawing, text.Address.Replace("https://", "").Replace("http://", ""), 15, XFontStyleEx.Bold, XBrushes.Black, new XRect(Margin, 688, inner, 26));
        Write(drawing, text.Promise, 12, XFontStyleEx.Regular, XBrushes.Black, new XRect(Margin, height - 104, inner, 60));
    }

    private static void Write(XGraphics drawing, string text, double size, XFontStyleEx style, XBrush brush, XRect box) =>
        new XTextFormatter(drawing) { Alignment = XParagraphAlignment.Center }.DrawString(text, new XFont(ShippedFonts.Family, size, style), brush, box);

    private static void DrawCode(XGraphics drawing, string address, XRect box)
    {
        using var code = Code(address);
        var side = box.Width / code.ModuleMatrix.Count;
        foreach (var (row, y) in code.ModuleMatrix.Select((row, y) => (row, y)))
        {
            for (var x = 0; x < row.Count; x++)
            {
                if (row[x])
                {
                    // A hair wider than its cell, so that no printer shows lines between the squares.
                    drawing.DrawRectangle(XBrushes.Black, box.X + (x * side), box.Y + (y * side), side + 0.1, side + 0.1);
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
