using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DiemSang.Core.Scoring;

namespace DiemSang.Benchmarks.Scoring;

/// <summary>
/// A whole country of communes (3,321) on 150 criteria from inputs in memory; goal under 1 s on two cores, growing in proportion. The rival
/// for
/// the formulas is what .NET itself offers to compute a text: <see cref="System.Data.DataTable.Compute"/>, on the same formulas and
/// numbers.
/// </summary>
[Config(typeof(FewLongRuns))]
[MemoryDiagnoser]
public class ScoringBenchmarks
{
    private ScoringEngine _mixed = null!;
    private ScoringEngine _formulas = null!;
    private SheetDeclaration[] _mixedSheets = [];
    private SheetDeclaration[] _formulaSheets = [];

    [Params(830, 1_660, 3_321)]
    public int Communes { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _mixed = new ScoringEngine(InventedSet.OfEveryKind());
        _formulas = new ScoringEngine(InventedSet.OfFormulas());
        _mixedSheets = InventedSet.Sheets(_mixed.Set, Communes);
        _formulaSheets = InventedSet.Sheets(_formulas.Set, Communes);
        if (Math.Abs(FormulasByEngine() - FormulasByDataTable()) > 0.01m)
        {
            throw new InvalidOperationException("The engine and its rival disagree.");
        }
    }

    [Benchmark(Baseline = true)]
    public decimal EveryKindOnOneCore() => _mixedSheets.Sum(sheet => _mixed.Score(sheet).Index!.Value);

    [Benchmark]
    public decimal EveryKindOnAllCores() => _mixedSheets.AsParallel().Sum(sheet => _mixed.Score(sheet).Index!.Value);

    [Benchmark]
    public decimal FormulasByEngine() => _formulaSheets.Sum(sheet => _formulas.Score(sheet).Points!.Value);

    [Benchmark]
    public decimal FormulasByDataTable() => DataTableRival.Points(_formulas.Set, _formulaSheets);

    /// <summary>Each run takes long enough to be timed alone; in this process, because the repository is built once.</summary>
    private sealed class FewLongRuns : ManualConfig
    {
        public FewLongRuns() => AddJob(Job.Default.WithStrategy(RunStrategy.Monitoring).WithInvocationCount(1).WithUnrollFactor(1)
            .WithWarmupCount(2).WithIterationCount(6).WithToolchain(InProcessEmitToolchain.Instance));
    }
}
