using System.Globalization;

namespace DiemSang.Documents.Reading.Pages;

/// <summary>Reads page images: each page is straightened, cut along the lines of its tables, and the pieces of all pages are recognised together.</summary>
internal sealed class ScanPages(ReadContext context, string folder)
{
    /// <summary>Scans are 200 dpi by decree; drawn at 300 thin table lines do not get lost between pixels.</summary>
    private const int DotsPerInch = 300;

    /// <summary>Paper is not white and ink not black.</summary>
    private const int InkBelow = 150;

    /// <summary>A thin line is paler than a letter.</summary>
    private const int LineBelow = 180;

    /// <summary>Recognises some pages of a PDF.</summary>
    public Dictionary<int, PageContent> ReadPdf(string pdf, IReadOnlySet<int> pages) => Read([.. pages.Order()], page => Render(pdf, page));

    /// <summary>Recognises pages whose pictures are asked for one by one, since all of them together would fill memory.</summary>
    public Dictionary<int, PageContent> Read(IReadOnlyList<int> pages, Func<int, GrayImage> picture)
    {
        var contents = new Dictionary<int, PageContent>();
        var crops = new List<PageCrop>();
        foreach (var page in pages)
        {
            var image = Deskew.Straighten(picture(page), InkBelow);
            var (across, down) = RulingLines.Find(image, LineBelow);
            var tables = RuledTable.Find(across, down);
            crops.AddRange(new PageCrops(image, page, folder, InkBelow).Cut(tables));
            contents[page] = new PageContent(page, image.Width * image.PointsPerPixel, image.Height * image.PointsPerPixel, [], tables);
            context.Report("Đang xem bố cục trang quét", contents.Count, pages.Count);
        }

        var words = new CropRecognition(context, folder, DotsPerInch).Recognise(crops);
        return contents.ToDictionary(page => page.Key, page => page.Value with { Words = words.GetValueOrDefault(page.Key) ?? [] });
    }

    private GrayImage Render(string pdf, int page)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var prefix = Path.Combine(folder, "scan");
        var exit = new HelperProgram("pdftoppm", "poppler-utils", context).Run(
            ["-gray", "-r", DotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-singlefile", pdf, prefix]);
        if (exit != 0)
        {
            throw Unreadable.Damaged();
        }

        var image = GrayImage.ReadPgm(prefix + ".pgm", DotsPerInch, context.Limits, page);
        File.Delete(prefix + ".pgm");
        return image;
    }
}
