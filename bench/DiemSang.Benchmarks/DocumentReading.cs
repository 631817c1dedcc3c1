using System.Diagnostics;
using System.Globalization;
using DiemSang.Core.Planning;
using DiemSang.Documents.Reading;
using DiemSang.Documents.Writing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DiemSang.Benchmarks;

/// <summary>
/// A DOCX of many appendix rows from file to draft, cold, each case in a process of its own so that time and peak memory are its own. Asked for:
/// 5,000 rows in under 3 s and 300 MB, growing linearly. The rival is the usual way: Open XML SDK's object tree, only walked for its cell texts,
/// without understanding any of them. Run: <c>dotnet run -c Release --project bench/DiemSang.Benchmarks -- document-reading</c>.
/// </summary>
public static class DocumentReading
{
    private const string Reader = "reader";
    private const string Rival = "sdk-tree";
    private static readonly int[] Sizes = [1_000, 5_000, 20_000];

    public static int Run(string[] args)
    {
        if (args is [var way, var file])
        {
            return RunOne(way, file);
        }

        Console.WriteLine("    rows   file MB | plan reader s    CPU s   peak MB | SDK tree s    CPU s   peak MB");
        foreach (var rows in Sizes)
        {
            var path = Path.Combine(Path.GetTempPath(), $"diemsang-bench-{rows}.docx");
            WriteDocx(path, rows);
            var (reader, rival) = (Measure(Reader, path), Measure(Rival, path));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rows,8} {new FileInfo(path).Length / 1048576.0,9:0.0} | {reader.Seconds,13:0.00} {reader.Processor,8:0.00} {reader.Megabytes,9:0} | {rival.Seconds,10:0.00} {rival.Processor,8:0.00} {rival.Megabytes,9:0}"));
            File.Delete(path);
        }

        return 0;
    }

    /// <summary>The child: one reading, then "seconds processor-seconds megabytes". On a busy machine only the second is worth comparing.</summary>
    private static int RunOne(string way, string path)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var rows = way == Reader ? PlanFile.Read(path).Rows.Count : WalkTree(path);
        var (seconds, processor) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        var megabytes = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {processor} {megabytes}"));
        return rows > 0 ? 0 : 1;
    }

    private static (double Seconds, double Processor, double Megabytes) Measure(string way, string path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(DocumentReading).Assembly.Location, "document-reading", way, path]) { RedirectStandardOutput = true };
        if (!Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals("dotnet", StringComparison.Ordinal))
        {
            start.ArgumentList.RemoveAt(0);
        }

        using var child = Process.Start(start)!;
        var answer = child.StandardOutput.ReadToEnd().Split(' ');
        child.WaitForExit();
        return (Number(answer[0]), Number(answer[1]), Number(answer[2]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static int WalkTree(string path)
    {
        using var file = WordprocessingDocument.Open(path, isEditable: false);
        var rows = 0;
        foreach (var row in file.MainDocumentPart!.Document.Body!.Descendants<TableRow>())
        {
            rows += row.Elements<TableCell>().Select(cell => string.Join('\n', cell.Elements<Paragraph>().Select(paragraph => paragraph.InnerText))).Any(text => text.Length > 0) ? 1 : 0;
        }

        return rows;
    }

    private static void WriteDocx(string path, int rows)
    {
        using var file = File.Create(path);
        PlanDocxWriter.Write(new PlanDraft { Title = "Nâng cao các chỉ số", Symbol = "KH-UBND", Rows = [.. Enumerable.Range(0, rows).Select(Row)] }, file);
    }

    private static PlanDraftRow Row(int number)
    {
        var random = new Random(number);
        return new PlanDraftRow
        {
            Index = "PAPI",
            Code = (number + 1).ToString(CultureInfo.InvariantCulture),
            Title = "Nội dung " + Sentence(random, 6),
            Target = "Đạt " + Sentence(random, 8),
            Measures = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => "Thực hiện " + Sentence(random, 20) + ".")],
            Leads = [$"Phòng {random.Next(40)}", "Văn phòng HĐND và UBND phường"],
            Cooperators = ["Các cơ quan, đơn vị liên quan"],
            Deadline = new RowDeadline(DeadlineKind.Continuous, "Thường xuyên", null),
            Appendix = 1,
        };
    }

    private static string Sentence(Random random, int words)
    {
        string[] stock = ["niêm yết", "công khai", "thủ tục", "hồ sơ", "người dân", "doanh nghiệp", "trực tuyến", "kiểm tra", "khảo sát", "phản ánh", "giải quyết", "đúng hạn", "cấp xã", "chuyển đổi số"];
        return string.Join(' ', Enumerable.Range(0, words).Select(_ => random.Next(6) == 0 ? random.Next(10_000).ToString(CultureInfo.InvariantCulture) : stock[random.Next(stock.Length)]));
    }
}
