using System.Globalization;
using System.Text;
using DiemSang.Core.Statistics.Sampling;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Sampling;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Commands.Demo;

/// <summary>A sample of invented households, drawn by residential group, and the codes that its invented people answer with.</summary>
public sealed class DemoSample
{
    private const int Households = 1240;
    private const int Drawn = 480;
    private const int Refusing = 6;
    private readonly Dictionary<string, Queue<Guid>> _codes;

    private DemoSample(Dictionary<string, Queue<Guid>> codes) => _codes = codes;

    public static async Task<DemoSample> DrawAsync(IServiceProvider services, Actor actor, Wave wave, string[] hamlets)
    {
        var desk = services.GetRequiredService<SampleDesk>();
        var frame = new UploadedFrame("ho-dan-2026.csv", Frame(hamlets), new FrameColumns("ma_ho", "to_dan_pho", [], null));
        var sample = await desk.DrawAsync(actor, wave, frame, new SampleOrder { Seed = $"Hội nghị tổ dân phố, {wave.Name}", Take = Drawn, Reserve = 5 });
        await desk.IssueCodesAsync(actor, wave, sample, new Dictionary<string, int>());
        await desk.NoteAsync(actor, sample, sample.Units.Take(Refusing).Select((unit, number) => new UnitNote(unit.Id, unit.Version, number < 2 ? UnitOutcome.Ineligible : UnitOutcome.Refused)));
        var codes = await services.GetRequiredService<DiemSangDbContext>().Set<AccessCode>().Where(code => code.OrganisationId == wave.OrganisationId && code.WaveId == wave.Id)
            .Select(code => new { code.Id, code.Stratum }).ToListAsync();
        return new DemoSample(codes.GroupBy(code => code.Stratum).ToDictionary(stratum => stratum.Key, stratum => new Queue<Guid>(stratum.Select(code => code.Id))));
    }

    /// <summary>Null when everybody drawn in the group has answered: the form came by the open link then.</summary>
    public Guid? Take(string hamlet) => _codes[hamlet].TryDequeue(out var code) ? code : null;

    private static byte[] Frame(string[] hamlets) => Encoding.UTF8.GetBytes("ma_ho;to_dan_pho\n" + string.Concat(
        Enumerable.Range(0, Households).Select(number => string.Create(CultureInfo.InvariantCulture, $"H{number + 1:0000};{hamlets[number * hamlets.Length / Households]}\n"))));
}
