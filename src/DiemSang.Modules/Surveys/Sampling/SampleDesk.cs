using System.Security.Cryptography;
using DiemSang.Core.Statistics.Sampling;
using DiemSang.Core.Surveys;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Sampling;

/// <summary>A frame as it was uploaded.</summary>
public sealed record UploadedFrame(string Name, byte[] Content, IReadOnlyList<FrameUnit> Units)
{
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Content));
}

/// <summary>How many to draw, from what, and with which seed.</summary>
/// <param name="Size">Lines of the frame to draw in all.</param>
/// <param name="Reserve">Replacements per stratum.</param>
public sealed record SampleOrder(string Seed, int Size, int Reserve, SelectionMethod Method);

/// <summary>Draws samples that anyone can draw again, and keeps what became of each unit.</summary>
public sealed class SampleDesk(DiemSangDbContext db, TimeProvider clock)
{
    private const int FewestPerStratum = 2;

    public async Task<Sample> DrawAsync(Actor actor, Wave wave, UploadedFrame frame, SampleOrder order, CancellationToken cancel = default)
    {
        var available = frame.Units.GroupBy(unit => unit.Stratum).ToDictionary(stratum => stratum.Key, stratum => stratum.Count());
        var plan = new SamplePlan(
            order.Seed, Allocation.Proportional(available, order.Size, available.Count > 1 ? FewestPerStratum : 0), [new StagePlan(order.Method, 0, order.Reserve)]);
        var sample = new Sample
        {
            OrganisationId = actor.OrganisationId, WaveId = wave.Id, FrameName = frame.Name, FrameHash = frame.Hash, FrameSize = frame.Units.Count,
            Seed = order.Seed, Plan = plan, DrawnAt = clock.GetUtcNow(),
        };
        sample.Units.AddRange(SampleDraw.Draw(frame.Units, plan).Select(drawn => new SampleUnit
        {
            OrganisationId = actor.OrganisationId, SampleId = sample.Id, Position = drawn.Order, Reference = drawn.Unit.Id, Stratum = drawn.Unit.Stratum,
            IsReserve = drawn.IsReserve, Probability = drawn.Probability,
        }));
        db.Add(sample);
        await db.SaveAsync(actor.To("surveys.draw-sample"), cancel);
        return sample;
    }

    public Task<List<Sample>> OfAsync(Wave wave, CancellationToken cancel = default) =>
        db.Set<Sample>().Include(sample => sample.Units.OrderBy(unit => unit.Position)).Where(sample => sample.OrganisationId == wave.OrganisationId && sample.WaveId == wave.Id)
            .OrderByDescending(sample => sample.DrawnAt).ToListAsync(cancel);

    /// <summary>Response rate (RR1) per stratum, replacements counted once they were used.</summary>
    public static IReadOnlyDictionary<string, ResponseRate> RatesOf(Sample sample) => sample.Units
        .Where(unit => !unit.IsReserve || unit.Outcome != UnitOutcome.Waiting)
        .GroupBy(unit => unit.Stratum)
        .ToDictionary(stratum => stratum.Key, stratum => new ResponseRate(
            stratum.Count(), stratum.Count(unit => unit.Outcome == UnitOutcome.Completed),
            stratum.Count(unit => unit.Outcome == UnitOutcome.Refused), stratum.Count(unit => unit.Outcome == UnitOutcome.Ineligible)));
}
