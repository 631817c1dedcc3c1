using BenchmarkDotNet.Running;
using DiemSang.Benchmarks;

if (args is ["survey-table", .. var rest])
{
    return SurveyTable.Run(rest);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
