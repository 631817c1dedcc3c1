using System.Globalization;

namespace DiemSang.Documents.Reading.Pages;

/// <summary>
/// Recognises page images with tesseract: each page is straightened, cut along the lines of its tables, and the pieces of all pages are read by a
/// few processes that load the language once.
/// </summary>
internal sealed class ScanPages(ReadContext context, string folder)
{
    /// <summary>Scans are 200 dpi by decree; drawn up to 300 the letters have the height tesseract was trained on.</summary>
    private const int DotsPerInch = 300;

    /// <summary>Paper is not white and ink not black.</summary>
    private const int DarkBelow = 150;

    private const string Stage = "Đang nhận dạng chữ";

    /// <summary>tesseract's "uniform block of text" and "fully automatic".</summary>
    private const string CellLayout = "6";
    private const string PageLayout = "3";

    private readonly Lock _words = new();
    private int _done;

    /// <summary>Recognises some pages of a PDF.</summary>
    public Dictionary<int, PageContent> ReadPdf(string pdf, IReadOnlySet<int> pages) => Read([.. pages.Order()], page => Render(pdf, page));

    /// <summary>Recognises pages whose pictures are asked for one by one, since all of them together would fill memory.</summary>
    public Dictionary<int, PageContent> Read(IReadOnlyList<int> pages, Func<int, GrayImage> picture)
    {
        var contents = new Dictionary<int, PageContent>();
        var crops = new List<PageCrop>();
        foreach (var page in pages)
        {
            var image = Deskew.Straighten(picture(page), DarkBelow);
            var (across, down) = RulingLines.Find(image, DarkBelow);
            var tables = RuledTable.Find(across, down);
            crops.AddRange(new PageCrops(image, page, folder, DarkBelow).Cut(tables));
            contents[page] = new PageContent(page, image.Width * image.PointsPerPixel, image.Height * image.PointsPerPixel, [], tables);
            context.Report("Đang xem bố cục trang quét", contents.Count, pages.Count);
        }

        var words = Recognise(crops);
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

    private Dictionary<int, List<PageWord>> Recognise(List<PageCrop> crops)
    {
        var words = new Dictionary<int, List<PageWord>>();
        var batches = crops.GroupBy(crop => crop.IsCell).SelectMany(group => Split([.. group])).ToList();
        context.Report(Stage, 0, crops.Count);
        try
        {
            Parallel.ForEach(batches, new ParallelOptions { MaxDegreeOfParallelism = context.Limits.OcrProcesses }, (batch, _, number) =>
                Recognise(batch, (int)number, words, crops.Count));
        }
        catch (AggregateException all)
        {
            throw all.InnerExceptions.OfType<UnreadableDocumentException>().FirstOrDefault() ?? all.InnerExceptions[0];
        }

        return words;
    }

    /// <summary>Large and small pieces dealt out in turn, so that the processes end together.</summary>
    private IEnumerable<List<PageCrop>> Split(List<PageCrop> crops) => crops
        .OrderByDescending(crop => new FileInfo(crop.Path).Length)
        .Select((crop, i) => (crop, i))
        .GroupBy(pair => pair.i % context.Limits.OcrProcesses, pair => pair.crop)
        .Select(group => group.OrderBy(crop => crop.Page).ThenBy(crop => crop.Top).ToList());

    private void Recognise(List<PageCrop> crops, int batch, Dictionary<int, List<PageWord>> words, int total)
    {
        var list = Path.Combine(folder, $"crops-{batch}.txt");
        File.WriteAllLines(list, crops.Select(crop => crop.Path));
        var table = new TsvWords(context);
        var program = new HelperProgram("tesseract", "tesseract-ocr, tesseract-ocr-vie", context);
        var exit = program.Run(
            [list, "stdout", "-l", "vie", "--psm", crops[0].IsCell ? CellLayout : PageLayout, "--dpi", DotsPerInch.ToString(CultureInfo.InvariantCulture), "tsv"],
            line =>
            {
                if (line.StartsWith("1\t", StringComparison.Ordinal))
                {
                    context.Report(Stage, Interlocked.Increment(ref _done), total);
                }

                table.Add(line);
            });
        if (exit != 0)
        {
            throw exit == 127 || table.Sizes.Count == 0 ? program.Missing() : Unreadable.Damaged();
        }

        lock (_words)
        {
            Place(crops, table, words);
        }
    }

    /// <summary>From the pixels of a piece to the points of its page.</summary>
    private static void Place(List<PageCrop> crops, TsvWords table, Dictionary<int, List<PageWord>> words)
    {
        foreach (var (number, found) in table.Pages)
        {
            var crop = crops[number - 1];
            if (!words.TryGetValue(crop.Page, out var page))
            {
                words[crop.Page] = page = [];
            }

            page.AddRange(found.Where(IsMeant).Select(word => word with { Box = OnPage(word.Box, crop) }));
        }
    }

    /// <summary>Specks read as punctuation that tesseract itself does not believe in.</summary>
    private static bool IsMeant(PageWord word) => word.Confidence >= 40 || word.Text.Any(char.IsLetterOrDigit) || word.Text is "-" or "+" or "–" or "—";

    private static Box OnPage(Box box, PageCrop crop) => new(
        (box.Left + crop.Left) * crop.PointsPerPixel, (box.Top + crop.Top) * crop.PointsPerPixel,
        (box.Right + crop.Left) * crop.PointsPerPixel, (box.Bottom + crop.Top) * crop.PointsPerPixel);
}
