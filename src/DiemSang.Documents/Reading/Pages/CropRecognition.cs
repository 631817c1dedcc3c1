using System.Globalization;
using System.Text.RegularExpressions;

namespace DiemSang.Documents.Reading.Pages;

/// <summary>Recognises pieces of pages with a few tesseract processes, each of which loads its language once.</summary>
internal sealed partial class CropRecognition(ReadContext context, string folder, int dotsPerInch)
{
    private const string Stage = "Đang nhận dạng chữ";
    private const string Vietnamese = "vie";

    /// <summary>Digits and Roman numbers are read surer without Vietnamese words in mind.</summary>
    private const string English = "eng";

    /// <summary>tesseract's "uniform block of text", "fully automatic" and "single line".</summary>
    private const string BlockLayout = "6";
    private const string PageLayout = "3";
    private const string LineLayout = "7";

    private readonly Lock _gathering = new();
    private readonly Dictionary<string, List<PageWord>> _found = [];
    private int _done;
    private int _batch;

    /// <summary>Words by page, placed on it.</summary>
    public Dictionary<int, List<PageWord>> Recognise(List<PageCrop> crops)
    {
        var total = crops.Sum(crop => 1 + crop.OtherSizes.Count);
        context.Report(Stage, 0, total);
        Run(
        [
            .. Split(crops.Where(crop => crop.Kind == CropKind.Cell).Select(crop => crop.Path), Vietnamese, BlockLayout),
            .. Split(crops.Where(crop => crop.Kind == CropKind.Band).Select(crop => crop.Path), Vietnamese, PageLayout),
            .. Split(crops.SelectMany(crop => crop.OtherSizes), English, LineLayout),
        ], total);
        return crops.GroupBy(crop => crop.Page).ToDictionary(page => page.Key, page => page.SelectMany(Words).ToList());
    }

    private sealed record Batch(List<string> Images, string Language, string Layout);

    /// <summary>Large and small pieces dealt out in turn, so that the processes end together.</summary>
    private IEnumerable<Batch> Split(IEnumerable<string> images, string language, string layout) => images
        .OrderByDescending(image => new FileInfo(image).Length)
        .Select((image, i) => (image, i))
        .GroupBy(pair => pair.i % context.Limits.OcrProcesses, pair => pair.image)
        .Select(group => new Batch([.. group], language, layout));

    private void Run(IReadOnlyList<Batch> batches, int total)
    {
        try
        {
            Parallel.ForEach(batches, new ParallelOptions { MaxDegreeOfParallelism = context.Limits.OcrProcesses }, batch => Run(batch, total));
        }
        catch (AggregateException all)
        {
            throw all.InnerExceptions.OfType<UnreadableDocumentException>().FirstOrDefault() ?? all.InnerExceptions[0];
        }
    }

    private void Run(Batch batch, int total)
    {
        var list = Path.Combine(folder, $"crops-{Interlocked.Increment(ref _batch)}.txt");
        File.WriteAllLines(list, batch.Images);
        var table = new TsvWords(context);
        var program = new HelperProgram("tesseract", "tesseract-ocr, tesseract-ocr-vie", context);
        var exit = program.Run(
            [list, "stdout", "-l", batch.Language, "--psm", batch.Layout, "--dpi", dotsPerInch.ToString(CultureInfo.InvariantCulture), "tsv"],
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

        lock (_gathering)
        {
            foreach (var (number, words) in table.Pages)
            {
                _found[batch.Images[number - 1]] = words;
            }
        }
    }

    private IEnumerable<PageWord> Words(PageCrop crop)
    {
        var words = (_found.GetValueOrDefault(crop.Path) ?? []).Where(IsMeant).Select(word => word with { Box = crop.OnPage(word.Box) }).ToList();
        return Number(crop, words) is { } number ? [number] : words;
    }

    /// <summary>A number on which most readings agree, else null.</summary>
    private PageWord? Number(PageCrop crop, List<PageWord> words)
    {
        var readings = crop.OtherSizes.Select(image => _found.GetValueOrDefault(image) ?? []).Append(words)
            .Select(reading => (Text: AsNumber(string.Concat(reading.Select(word => word.Text))), Confidence: reading.Min(word => word.Confidence) ?? 0))
            .Where(reading => NumberText().IsMatch(reading.Text))
            .GroupBy(reading => reading.Text)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Max(reading => reading.Confidence))
            .FirstOrDefault();
        if (crop.OtherSizes.Count == 0 || readings is null || readings.Count() < 2)
        {
            return null;
        }

        var box = words.Count > 0 ? words.Select(word => word.Box).Aggregate((one, other) => one.With(other)) : crop.OnPage(new Box(0, 0, 1, 1));
        return new PageWord(readings.Key, box, readings.Max(reading => reading.Confidence));
    }

    /// <summary>What a digit or a dot is taken for where there is a digit beside it: "L3", "3:1", "z2".</summary>
    private static string AsNumber(string text) => text.Length > 5 || !text.Any(char.IsAsciiDigit) ? text : string.Concat(text.Select(c => c switch
    {
        'L' or 'l' or '|' => '1',
        'Z' or 'z' => '2',
        ':' or ',' => '.',
        _ => c,
    }));

    /// <summary>Specks read as punctuation that tesseract itself does not believe in.</summary>
    private static bool IsMeant(PageWord word) => word.Confidence >= 40 || word.Text.Any(char.IsLetterOrDigit) || word.Text is "-" or "+" or "–" or "—";

    [GeneratedRegex(@"^(\d{1,2}(\.\d{1,2})*\.?|[IVX]{1,5}\.?)$")]
    private static partial Regex NumberText();
}
