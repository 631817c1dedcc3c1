using DiemSang.Core.Statistics;
using DiemSang.Core.Statistics.Sampling;

namespace DiemSang.Documents.Questionnaires;

/// <summary>Which columns of a file make a sampling frame.</summary>
public sealed record FrameColumns(string Id, string? Stratum, string[] Clusters, string? Size)
{
    /// <exception cref="SurveyDataException">A column is absent, a cell empty, or a size not a positive number.</exception>
    public IReadOnlyList<FrameUnit> ReadFile(string path) => Read(Microdata.ReadFile(path, Names));

    /// <summary>As <see cref="ReadFile"/>, from a table read already.</summary>
    /// <exception cref="SurveyDataException">A column is absent, a cell empty, or a size not a positive number.</exception>
    public IReadOnlyList<FrameUnit> Read(Microdata data)
    {
        foreach (var name in Names)
        {
            data[name].CompleteCodes();
        }

        var sizes = Size is null ? null : data[Size].CompleteNumbers();
        var bad = Array.FindIndex(sizes ?? [], size => size <= 0);
        return bad < 0
            ? [.. Enumerable.Range(0, data.RowCount).Select(row => Unit(data, row, sizes?[row] ?? 1))]
            : throw new SurveyDataException($"Cột \"{Size}\", dòng {bad + 2}: quy mô phải lớn hơn 0.");
    }

    private string[] Names => [Id, .. Clusters, .. new[] { Stratum, Size }.OfType<string>()];

    private FrameUnit Unit(Microdata data, int row, double size) =>
        new(
            data[Id].TextAt(row),
            Stratum is null ? "" : data[Stratum].TextAt(row),
            Array.ConvertAll(Clusters, cluster => data[cluster].TextAt(row)),
            size);
}
