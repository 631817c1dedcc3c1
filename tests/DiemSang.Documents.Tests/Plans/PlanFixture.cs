using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Reading;
using DiemSang.Tests;

namespace DiemSang.Documents.Tests.Plans;

/// <summary>Reads the made-up plans beside the tests, and the real ones where they are present.</summary>
internal static class PlanFixture
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "DiemSang.Documents.Tests", "Plans", "Fixtures");

    public static PlanDraft Read(string name) => PlanFile.Read(Path.Combine(Folder, name));

    public static PlanDraft ReadText(string text) => new PlanReader(new PlanReadOptions()).Read(PlainTextReader.Read(text, new ReadContext(ReadLimits.Default, progress: null, CancellationToken.None)));

    /// <param name="number">"002": the file of ../shared/plans that begins so.</param>
    public static PlanDraft ReadReal(string number) => PlanFile.Read(Directory.GetFiles(Repository.SharedPlans!, number + "*").Single());

    public static PlanDraftRow Row(this PlanDraft draft, string index, string code) => draft.Rows.Single(row => row.Index == index && row.Code == code);

    public static IEnumerable<string?> RowsWith(this PlanDraft draft, string warning) => draft.Warnings.Where(w => w.Code == warning).Select(w => w.Row);
}
