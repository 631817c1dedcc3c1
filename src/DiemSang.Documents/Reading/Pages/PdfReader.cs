using System.Globalization;
using System.Text.RegularExpressions;
using DiemSang.Core.Language;

namespace DiemSang.Documents.Reading.Pages;

/// <summary>
/// PDF → blocks with poppler: words and their places from the text layer, table lines from a rendering of the page. Pages that are only
/// pictures go to optical recognition.
/// </summary>
internal sealed partial class PdfReader(string path, string folder, ReadContext context)
{
    private const string Package = "poppler-utils";

    /// <summary>Lines of half a point are still one pixel wide.</summary>
    private const int LineDotsPerInch = 100;

    /// <summary>The rendering is not smoothed: what is drawn is black or white, grey is a fill.</summary>
    private const int DarkBelow = 140;

    /// <summary>A page with fewer letters than this is a picture with a stamp on it.</summary>
    private const int FewestLetters = 20;

    public SourceDocument Read()
    {
        var sizes = PageSizes();
        var words = Words();
        Render(sizes.Count);
        var document = new PageDocument(context);
        var pictures = sizes.Keys.Where(page => IsPicture(words.GetValueOrDefault(page))).ToHashSet();
        var recognised = pictures.Count == 0 ? [] : new ScanPages(context, folder).ReadPdf(path, pictures);
        foreach (var (page, size) in sizes)
        {
            context.ThrowIfStopped();
            document.Add(recognised.GetValueOrDefault(page) ?? new PageContent(page, size.Width, size.Height, words.GetValueOrDefault(page) ?? [], Tables(page, sizes.Count)));
            context.Report("Đang đọc trang PDF", page, sizes.Count);
        }

        var isOcr = recognised.Count > 0;
        return new SourceDocument(pictures.Count == sizes.Count ? SourceFormat.Scan : SourceFormat.Pdf, document.Blocks)
        {
            IsOcr = isOcr,
            HadLegacyFonts = context.SawLegacyFont,
            PageCount = sizes.Count,
        };
    }

    private SortedDictionary<int, (double Width, double Height)> PageSizes()
    {
        var info = new List<string>();
        var program = new HelperProgram("pdfinfo", Package, context);
        var exit = program.Run(["-f", "1", "-l", (context.Limits.MaxPages + 1).ToString(CultureInfo.InvariantCulture), path], info.Add);
        if (exit != 0)
        {
            throw exit == 127 ? program.Missing() : IsEncrypted() ? Unreadable.Encrypted() : Unreadable.Damaged();
        }

        var pages = info.Select(line => PageCount().Match(line)).Where(match => match.Success).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).FirstOrDefault();
        if (pages > context.Limits.MaxPages)
        {
            throw Unreadable.TooManyPages(pages, context.Limits.MaxPages);
        }

        var sizes = new SortedDictionary<int, (double Width, double Height)>();
        foreach (var match in info.Select(line => PageSize().Match(line)).Where(match => match.Success))
        {
            AddSize(sizes, match);
        }

        return sizes.Count > 0 ? sizes : throw Unreadable.Damaged();
    }

    private void AddSize(SortedDictionary<int, (double Width, double Height)> sizes, Match match)
    {
        var page = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var (width, height) = (double.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), double.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture));
        if (width * height * LineDotsPerInch * LineDotsPerInch / (72 * 72) > context.Limits.MaxPagePixels)
        {
            throw Unreadable.PageTooBig(page);
        }

        sizes[page] = (width, height);
    }

    /// <summary>poppler says "Incorrect password" where a person would have to type one; files that only forbid printing open.</summary>
    private bool IsEncrypted() => File.ReadAllBytes(path).AsSpan().IndexOf("/Encrypt"u8) >= 0;

    private Dictionary<int, List<PageWord>> Words()
    {
        var table = new TsvWords(context);
        var exit = new HelperProgram("pdftotext", Package, context).Run(["-tsv", "-enc", "UTF-8", path, "-"], table.Add);
        if (exit != 0)
        {
            throw Unreadable.Damaged();
        }

        var sample = string.Join(' ', table.Pages.Values.SelectMany(words => words).Take(3000).Select(word => word.Text));
        var encoding = LegacyEncodingText.Guess(sample);
        context.SawLegacyFont |= encoding != LegacyEncoding.None;
        return table.Pages.ToDictionary(page => page.Key, page => page.Value.ConvertAll(word => word with
        {
            Text = LegacyEncodingText.ToUnicode(word.Text, encoding),
            Confidence = null,
        }));
    }

    private void Render(int pages)
    {
        context.Report("Đang đọc trang PDF", 0, pages);
        var exit = new HelperProgram("pdftoppm", Package, context).Run(
            ["-gray", "-r", LineDotsPerInch.ToString(CultureInfo.InvariantCulture), "-aa", "no", "-aaVector", "no", path, Path.Combine(folder, "lines")]);
        if (exit != 0)
        {
            throw Unreadable.Damaged();
        }
    }

    private List<RuledTable> Tables(int page, int pages)
    {
        var image = PageImage(page, pages);
        if (!File.Exists(image))
        {
            return [];
        }

        var (across, down) = RulingLines.Find(GrayImage.ReadPgm(image, LineDotsPerInch, context.Limits, page), DarkBelow);
        File.Delete(image);
        return RuledTable.Find(across, down);
    }

    /// <summary>pdftoppm pads the page number to the width of the last one.</summary>
    private string PageImage(int page, int pages)
    {
        var width = pages.ToString(CultureInfo.InvariantCulture).Length;
        return Path.Combine(folder, $"lines-{page.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0')}.pgm");
    }

    /// <summary>No letters, or letters no table of characters knows: fonts without a map to Unicode print as private signs.</summary>
    private static bool IsPicture(List<PageWord>? words)
    {
        var letters = words?.Sum(word => word.Text.Count(char.IsLetterOrDigit)) ?? 0;
        var strange = words?.Sum(word => word.Text.Count(c => c is '\uFFFD' or >= '\uE000' and <= '\uF8FF')) ?? 0;
        return letters < FewestLetters || strange > letters / 3;
    }

    [GeneratedRegex(@"^Pages:\s+(\d{1,9})")]
    private static partial Regex PageCount();

    [GeneratedRegex(@"^Page\s+(\d{1,6}) size:\s+([\d.]+) x ([\d.]+)")]
    private static partial Regex PageSize();
}
