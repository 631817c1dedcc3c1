using System.Text;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Plans.Reviewing;

namespace DiemSang.Tests.TestData;

/// <summary>Plan files for tests, and the way from a file to a draft.</summary>
public static class PlanFiles
{
    /// <summary>The demo ward's plan: 29 rows, under three indices.</summary>
    public static string Demo { get; } = File.ReadAllText(Path.Combine(Repository.Root, "demo", "plan.txt"));

    public static Task<UploadOutcome> UploadAsync(this WorkingWard ward, string text, Guid? planId = null, Actor? by = null) =>
        ward.UploadAsync(Encoding.UTF8.GetBytes(text), planId, by);

    public static Task<UploadOutcome> UploadAsync(this WorkingWard ward, byte[] content, Guid? planId = null, Actor? by = null) =>
        ward.WithAsync((PlanImporter importer) => importer.UploadAsync(by ?? ward.Focal, new MemoryStream(content), "ke-hoach.txt", planId));

    /// <summary>Uploads and reads a file.</summary>
    public static Task<PlanImport> ReadAsync(this WorkingWard ward, string text, Guid? planId = null) => ward.ReadAsync(Encoding.UTF8.GetBytes(text), planId);

    public static async Task<PlanImport> ReadAsync(this WorkingWard ward, byte[] content, Guid? planId = null)
    {
        var accepted = (await ward.UploadAsync(content, planId)).ShouldBeOfType<UploadOutcome.Accepted>();
        await ward.WithAsync(async (PlanReading reading) =>
        {
            await reading.ReadAsync(accepted.ImportId);
            return true;
        });
        return await ward.WithAsync((DiemSang.Modules.Shared.Data.DiemSangDbContext db) => db.PlanImports.FindAsync(ward.Organisation.Id, accepted.ImportId).AsTask()) ?? throw new InvalidOperationException("The import is gone.");
    }

    /// <summary>A draft plan made from a file, as a person confirms it.</summary>
    public static async Task<Plan> ImportAsync(this WorkingWard ward, string text)
    {
        var import = await ward.ReadAsync(text);
        import.Failure.ShouldBeNull();
        var draft = import.Draft!;
        return (await ward.WithAsync((PlanCreation creation) => creation.FromImportAsync(ward.Focal, import.Id, draft.Title ?? "Kế hoạch", draft.Period ?? new(2026, 2026))))!;
    }

    public static async Task<ReviewedPlan> ReviewAsync(this WorkingWard ward, Guid planId, Actor? by = null) =>
        (await ward.WithAsync((PlanReview review) => review.FindAsync(by ?? ward.Focal, planId)))!;
}
