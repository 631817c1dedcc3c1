using System.Globalization;
using DiemSang.Core.Statistics;

namespace DiemSang.Core.Tests.Statistics.R;

/// <summary>A reproducible two-stage sample with unequal weights, unequal clusters and gaps in the answers.</summary>
public sealed class GeneratedSample
{
    private readonly List<Row> _rows;

    private GeneratedSample(List<Row> rows) => _rows = rows;

    public int Size => _rows.Count;

    public double[] Y => Column(row => row.Y);

    public double[] X => Column(row => row.X);

    public double[] Yes => Column(row => row.Yes);

    public int[] G => [.. _rows.Select(row => row.G)];

    public int[] H => [.. _rows.Select(row => row.H)];

    public double[] PsuPopulation => Column(row => row.PsuPopulation);

    public double[] PersonPopulation => Column(row => row.PersonPopulation);

    public SamplingStage Clusters => new() { Strata = [.. _rows.Select(row => row.Stratum)], Units = [.. _rows.Select(row => row.Psu)] };

    public Margin MarginG => new("g", ["1", "2", "3"], [900, 1200, 700], [.. _rows.Select(row => row.G - 1)]);

    public Margin MarginH => new("h", ["1", "2"], [1500, 1300], [.. _rows.Select(row => row.H - 1)]);

    public static GeneratedSample From(int seed)
    {
        var random = new Random(seed);
        var rows = new List<Row>();
        for (var stratum = 1; stratum <= 4; stratum++)
        {
            var psus = random.Next(2, 6);
            for (var psu = 1; psu <= psus; psu++)
            {
                var level = random.NextDouble();
                var people = random.Next(2, 9);
                rows.AddRange(Enumerable.Range(0, people).Select(_ => Row.Draw(random, stratum, psu, level, 20.0 + stratum, 30.0 + psu)));
            }
        }

        return new GeneratedSample(rows);
    }

    public SamplingStage ClustersOf(double[] population) => Clusters with { Population = population };

    public SurveyDesign Design(SamplingStage[] stages, LonelyPsu lonely = LonelyPsu.Fail) => new(Size, Column(row => row.Weight), stages, lonely);

    public GeneratedSample WithOnePsuInStratum(int stratum) => new([.. _rows.Where(row => row.Stratum != stratum || row.Psu == 1)]);

    public string ToCsv() => "id,stratum,psu,w,g,h,y,x,yes,N1,N2\n" + string.Join("\n", _rows.Select((row, i) => string.Create(
        CultureInfo.InvariantCulture,
        $"{i},{row.Stratum},{row.Psu},{row.Weight},{row.G},{row.H},{Text(row.Y)},{row.X},{row.Yes},{row.PsuPopulation},{row.PersonPopulation}")));

    private static string Text(double value) => double.IsNaN(value) ? "NA" : value.ToString("R", CultureInfo.InvariantCulture);

    private double[] Column(Func<Row, double> value) => [.. _rows.Select(value)];

    private sealed record Row(
        int Stratum, int Psu, double Weight, int G, int H, double Y, double X, double Yes, double PsuPopulation, double PersonPopulation)
    {
        public static Row Draw(Random random, int stratum, int psu, double level, double psuPopulation, double personPopulation) => new(
            stratum,
            psu,
            Math.Round(1 + (20 * random.NextDouble()), 3),
            random.Next(1, 4),
            random.Next(1, 3),
            random.Next(8) == 0 ? double.NaN : Math.Round((10 * level) + (5 * random.NextDouble()), 4),
            Math.Round(1 + (9 * random.NextDouble()), 4),
            random.NextDouble() < 0.5 + (0.3 * level) ? 1 : 0,
            psuPopulation,
            personPopulation);
    }
}
