using System.Security.Cryptography;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Sampling;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Codes;

/// <summary>Somebody to be asked once: a dossier or household, and what its answer will stand for.</summary>
public sealed record CodeOrder(string Reference, string Stratum = "", string Cluster = "", double Weight = 1, bool? WasOnTime = null);

/// <summary>The one time a code and its reference stand together: on the paper that is handed out.</summary>
public sealed record IssuedCode(string Reference, string Code);

/// <summary>Issues one-time codes. Only marks are stored, so neither an administrator nor a thief of the database can tell who answered what.</summary>
public sealed class CodeIssuer(DiemSangDbContext db)
{
    private const int BlindMarkLength = 32;

    /// <returns>The new codes; references that have one already are left out.</returns>
    public async Task<IReadOnlyList<IssuedCode>> IssueAsync(Actor actor, Wave wave, IEnumerable<CodeOrder> orders, CancellationToken cancel = default)
    {
        var key = await KeyOfAsync(wave, cancel);
        var marks = await db.Set<AccessCode>().Where(code => code.OrganisationId == wave.OrganisationId && code.WaveId == wave.Id)
            .Select(code => code.ReferenceMark).ToListAsync(cancel);
        var known = marks.Select(Convert.ToHexString).ToHashSet();
        var issued = new List<IssuedCode>();
        foreach (var order in orders)
        {
            var mark = key.MarkOf(order.Reference);
            if (known.Add(Convert.ToHexString(mark)))
            {
                var code = AccessCode.NewText();
                db.Add(CodeOf(wave, order, key.MarkOf(code), mark));
                issued.Add(new IssuedCode(order.Reference, code));
            }
        }

        await db.SaveAsync(actor.To("surveys.issue-codes"), cancel);
        return issued;
    }

    /// <summary>
    /// Codes for drawn units. The sample knows its units by name, so their codes carry no mark of the reference and are stored in random order: nobody
    /// can join them again.
    /// </summary>
    public async Task<IReadOnlyList<IssuedCode>> IssueDrawnAsync(Actor actor, Wave wave, IReadOnlyList<SampleUnit> units, CancellationToken cancel = default)
    {
        var key = await KeyOfAsync(wave, cancel);
        var issued = units.Select(unit => (Unit: unit, Code: AccessCode.NewText())).ToArray();
        var shuffled = issued.ToArray();
        RandomNumberGenerator.Shuffle(shuffled.AsSpan());
        foreach (var (unit, code) in shuffled)
        {
            var order = new CodeOrder(unit.Reference, unit.Stratum, unit.Clusters.FirstOrDefault() ?? "", unit.Weight, unit.WasOnTime);
            db.Add(CodeOf(wave, order, key.MarkOf(code), RandomNumberGenerator.GetBytes(BlindMarkLength)));
            unit.GiveCode();
        }

        await db.SaveAsync(actor.To("surveys.issue-codes"), cancel);
        return [.. issued.Select(one => new IssuedCode(one.Unit.Reference, one.Code))];
    }

    private Task<WaveKey> KeyOfAsync(Wave wave, CancellationToken cancel) =>
        db.Set<WaveKey>().SingleAsync(key => key.OrganisationId == wave.OrganisationId && key.Id == wave.Id, cancel);

    private static AccessCode CodeOf(Wave wave, CodeOrder order, byte[] codeMark, byte[] referenceMark) => new()
    {
        OrganisationId = wave.OrganisationId, WaveId = wave.Id, CodeMark = codeMark, ReferenceMark = referenceMark,
        Stratum = order.Stratum, Cluster = order.Cluster, Weight = order.Weight, WasOnTime = order.WasOnTime,
    };
}
