using DiemSang.Core.Language;
using DiemSang.Core.Statistics;
using DiemSang.Core.Statistics.Sampling;

namespace DiemSang.Documents.Questionnaires;

/// <summary>Which columns of a file make a sampling frame.</summary>
public sealed record FrameColumns(string Id, string? Stratum, string[] Clusters, string? Size)
{
    /// <summary>Date column; lines outside <see cref="From"/> and <see cref="To"/> are not in the frame.</summary>
    public string? Day { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>Column that says "đúng hẹn" or "trễ hẹn" of a dossier.</summary>
    public string? OnTime { get; init; }

    /// <exception cref="SurveyDataException">A column is absent, a cell empty, a date not a date, or a size not a positive number.</exception>
    public IReadOnlyList<FrameUnit> ReadFile(string path) => Read(FrameFile.Read(File.ReadAllBytes(path), Path.GetFileName(path)));

    /// <summary>As <see cref="ReadFile"/>, from a table read already.</summary>
    /// <exception cref="SurveyDataException">A column is absent, a cell empty, a date not a date, or a size not a positive number.</exception>
    public IReadOnlyList<FrameUnit> Read(Microdata data)
    {
        foreach (var name in Needed)
        {
            data[name].CompleteCodes();
        }

        var sizes = Size is null ? null : data[Size].CompleteNumbers();
        var bad = Array.FindIndex(sizes ?? [], size => size <= 0);
        if (bad >= 0)
        {
            throw new SurveyDataException($"Cột \"{Size}\", dòng {bad + 2}: quy mô phải lớn hơn 0.");
        }

        List<FrameUnit> units = [.. Enumerable.Range(0, data.RowCount).Where(row => IsWithin(data, row)).Select(row => Unit(data, row, sizes?[row] ?? 1))];
        return units.Count > 0 ? units : throw new SurveyDataException("Không có dòng nào trong khoảng ngày đã chọn.");
    }

    /// <summary>"đúng hẹn", "trước hạn" → true; "trễ hẹn", "quá hạn" → false; anything else is not known.</summary>
    public static bool? WasOnTime(string? words) => VietnameseText.Fold(words ?? "") switch
    {
        "dung hen" or "dung han" or "truoc hen" or "truoc han" or "som" => true,
        "tre hen" or "tre han" or "qua han" or "qua hen" or "tre" => false,
        _ => null,
    };

    private IEnumerable<string> Needed => [Id, .. Clusters, .. new[] { Stratum, Size, Day }.OfType<string>()];

    private bool IsWithin(Microdata data, int row)
    {
        if (Day is null)
        {
            return true;
        }

        var day = FrameDay.Parse(data[Day].TextAt(row)) ?? throw new SurveyDataException($"Cột \"{Day}\", dòng {row + 2}: \"{data[Day].TextAt(row)}\" không phải ngày (viết 31/12/2026 hoặc 2026-12-31).");
        return !(day < From || day > To);
    }

    private FrameUnit Unit(Microdata data, int row, double size) =>
        new(
            data[Id].TextAt(row),
            Stratum is null ? "" : data[Stratum].TextAt(row),
            Array.ConvertAll(Clusters, cluster => data[cluster].TextAt(row)),
            size,
            OnTime is null ? null : WasOnTime(data[OnTime].TextAt(row)));
}
