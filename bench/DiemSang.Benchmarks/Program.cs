using BenchmarkDotNet.Running;
using DiemSang.Benchmarks;
using DiemSang.Benchmarks.Submissions;

if (args is ["survey-table", .. var rest])
{
    return SurveyTable.Run(rest);
}

if (args is ["document-reading", .. var reading])
{
    return DocumentReading.Run(reading);
}

if (args is ["tasks-below"])
{
    return await TasksBelowTimes.RunAsync();
}

if (args is ["survey-submissions", .. var limits])
{
    return await SurveySubmissions.RunAsync(limits);
}

BenchmarkSwitcher.FromAssembly(typeof(SurveySubmissions).Assembly).Run(args);
return 0;
