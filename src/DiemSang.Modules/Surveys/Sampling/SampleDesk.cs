using System.Security.Cryptography;
using DiemSang.Core.Statistics.Sampling;
using DiemSang.Core.Surveys;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Codes;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Sampling;

/// <summary>A frame as it was uploaded.</summary>
public sealed record UploadedFrame(string Name, byte[] Content, FrameColumns Columns)
{
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Content));
}

/// <summary>What a clerk noted about a drawn unit, on the version that was shown.</summary>
public sealed record UnitNote(Guid Unit, int Version, UnitOutcome Outcome);

/// <summary>Draws samples that anyone can draw again, issues their codes, and keeps what became of each unit.</summary>
public sealed class SampleDesk(DiemSangDbContext db, CodeIssuer issuer, TimeProvider clock)
{
    /// <exception cref="Core.Statistics.SurveyDataException">The frame or the order is not fit for a draw; one Vietnamese line.</exception>
    public async Task<Sample> DrawAsync(Actor actor, Wave wave, UploadedFrame frame, SampleOrder order, CancellationToken cancel = default)
    {
        var units = frame.Columns.Read(FrameFile.Read(frame.Content, frame.Name, cancel));
        var plan = order.PlanFor(units);
        var sample = new Sample
        {
            OrganisationId = actor.OrganisationId, WaveId = wave.Id, FrameName = frame.Name, FrameHash = frame.Hash, FrameSize = units.Count, Seed = order.Seed, Plan = plan,
            Available = new Dictionary<string, int>(order.Available(units)), Command = DrawCommand.Of(frame.Name, frame.Columns, order), DrawnAt = clock.GetUtcNow(),
        };
        sample.Units.AddRange(SampleDraw.Draw(units, plan).Select(drawn => new SampleUnit
        {
            OrganisationId = actor.OrganisationId, SampleId = sample.Id, Position = drawn.Order, Reference = drawn.Unit.Id, Stratum = drawn.Unit.Stratum,
            Clusters = [.. drawn.Unit.Clusters], IsReserve = drawn.IsReserve, Probability = drawn.Probability, WasOnTime = drawn.Unit.WasOnTime,
        }));
        db.Add(sample);
        await db.SaveAsync(actor.To("surveys.draw-sample"), cancel);
        return sample;
    }

    public Task<List<Sample>> OfAsync(Wave wave, CancellationToken cancel = default) =>
        db.Set<Sample>().Include(sample => sample.Units.OrderBy(unit => unit.Position)).Where(sample => sample.OrganisationId == wave.OrganisationId && sample.WaveId == wave.Id)
            .OrderByDescending(sample => sample.DrawnAt).ToListAsync(cancel);

    /// <summary>Codes for the units that were drawn and have none yet, and for as many reserves of each stratum as wanted, in their order.</summary>
    /// <returns>Null when another sample of the wave has codes: two samples' weights cannot be mixed.</returns>
    public async Task<IReadOnlyList<IssuedCode>?> IssueCodesAsync(Actor actor, Wave wave, Sample sample, IReadOnlyDictionary<string, int> reserves, CancellationToken cancel = default)
    {
        if (await db.Set<SampleUnit>().AnyAsync(unit => unit.OrganisationId == wave.OrganisationId && unit.HasCode && unit.SampleId != sample.Id
            && db.Set<Sample>().Any(other => other.OrganisationId == wave.OrganisationId && other.Id == unit.SampleId && other.WaveId == wave.Id), cancel))
        {
            return null;
        }

        var waiting = sample.Units.Where(unit => !unit.HasCode).ToList();
        var called = waiting.Where(unit => unit.IsReserve).GroupBy(unit => unit.Stratum).SelectMany(stratum => stratum.Take(reserves.GetValueOrDefault(stratum.Key)));
        return await issuer.IssueDrawnAsync(actor, wave, [.. waiting.Where(unit => !unit.IsReserve), .. called], cancel);
    }

    /// <returns>References of the units that somebody else changed in between; their new state stands.</returns>
    public async Task<IReadOnlyList<string>> NoteAsync(Actor actor, Sample sample, IEnumerable<UnitNote> notes, CancellationToken cancel = default)
    {
        var moved = new List<string>();
        foreach (var (unit, note) in sample.Units.Join(notes, unit => unit.Id, note => note.Unit, (unit, note) => (unit, note)).Where(pair => pair.unit.Outcome != pair.note.Outcome))
        {
            if (unit.Version != note.Version)
            {
                moved.Add(unit.Reference);
            }
            else
            {
                unit.Outcome = note.Outcome;
            }
        }

        await db.SaveAsync(actor.To("surveys.note-outcome"), cancel);
        return moved;
    }

    /// <summary>Response rate (RR1) per stratum as noted, replacements counted once they were used. With codes, <see cref="StrataReader"/> counts the answers themselves.</summary>
    public static IReadOnlyList<StratumOutcome> NotedRates(Sample sample) =>
    [
        .. sample.Units.Where(unit => !unit.IsReserve || unit.Outcome != UnitOutcome.Waiting).GroupBy(unit => unit.Stratum).OrderBy(stratum => stratum.Key, StringComparer.Ordinal)
            .Select(stratum => new StratumOutcome(stratum.Key, new ResponseRate(
                stratum.Count(), stratum.Count(unit => unit.Outcome == UnitOutcome.Completed),
                stratum.Count(unit => unit.Outcome == UnitOutcome.Refused), stratum.Count(unit => unit.Outcome == UnitOutcome.Ineligible)))),
    ];
}
