using System.Text;
using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests.TestData;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Hosting;

/// <summary>Readings of files in the shared ward.</summary>
/// <param name="Read">Read, and waiting for somebody to look at it.</param>
/// <param name="Plan">A draft made from the demo plan.</param>
/// <param name="Row">Its first row.</param>
/// <param name="Corrected">Read as a correction of that draft.</param>
/// <param name="Image">An image, whose page can be shown.</param>
public sealed record SampleImports(Guid Read, Guid Plan, Guid Row, Guid Corrected, Guid Image)
{
    /// <summary>The smallest picture there is: one pixel.</summary>
    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static async Task<SampleImports> AddAsync(WebApp app)
    {
        var plan = await app.ImportPlanAsync(PlanFiles.Demo);
        var corrected = await app.ReadFileAsync(PlanFiles.Demo.Replace("80% hộ gia đình", "85% hộ gia đình").Replace("8\tTự chấm điểm", "8\tTự chấm điểm, giải trình"), plan);
        var read = await app.ReadFileAsync(PlanFiles.Demo.Replace("giai đoạn 2026", "giai đoạn 2027"));
        var image = await app.UploadAsync(Pixel);
        var row = await app.WithAsync(services => services.GetRequiredService<PlanReview>().FindAsync(app.ActorWith(Role.Focal), plan));
        return new SampleImports(read, plan, row!.Rows[0].Id, corrected, image);
    }
}

public static class ImportBuilding
{
    /// <summary>A draft made from a file, as a person confirms it.</summary>
    public static async Task<Guid> ImportPlanAsync(this WebApp app, string text)
    {
        var import = await app.ReadFileAsync(text);
        var plan = await app.WithAsync(services => services.GetRequiredService<PlanCreation>().FromImportAsync(app.ActorWith(Role.Focal), import, "Nâng cao các chỉ số của phường", new PlanPeriod(2026, 2030)));
        return plan!.Id;
    }

    /// <summary>Uploads a file and reads it here and now, whatever the background reader does.</summary>
    public static async Task<Guid> ReadFileAsync(this WebApp app, string text, Guid? planId = null)
    {
        var import = await app.UploadAsync(Encoding.UTF8.GetBytes(text), planId);
        for (var tries = 0; tries < 200; tries++)
        {
            await app.WithAsync(async services =>
            {
                await services.GetRequiredService<PlanReading>().ReadAsync(import);
                return true;
            });
            if (await app.WithAsync(async services => (await services.GetRequiredService<DiemSangDbContext>().PlanImports.FindAsync(app.Ward.Id, import))!.IsUnfinished) is false)
            {
                return import;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The file was not read in ten seconds.");
    }

    public static async Task<Guid> UploadAsync(this WebApp app, byte[] content, Guid? planId = null)
    {
        var outcome = await app.WithAsync(services => services.GetRequiredService<PlanImporter>().UploadAsync(app.ActorWith(Role.Focal), new MemoryStream(content), "ke-hoach.txt", planId));
        return outcome.ShouldBeOfType<UploadOutcome.Accepted>().ImportId;
    }
}
