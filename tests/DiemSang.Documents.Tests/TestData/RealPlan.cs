using DiemSang.Core.Planning;
using DiemSang.Documents.Reading;
using DiemSang.Tests;

namespace DiemSang.Documents.Tests.TestData;

/// <summary>Plan 002 beside the repository, read once from its text.</summary>
internal static class RealPlan
{
    private static readonly Lazy<PlanDraft> Read002 = new(() => PlanFile.Read(Directory.GetFiles(Repository.SharedPlans!, "002*.txt").Single()));

    public static PlanDraft Draft => Read002.Value;
}
