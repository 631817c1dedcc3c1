using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Codes;

/// <summary>Somebody to be asked once: a dossier or household, and what its answer will stand for.</summary>
public sealed record CodeOrder(string Reference, string Stratum = "", string Cluster = "", double Weight = 1, bool? WasOnTime = null);

/// <summary>The one time a code and its reference stand together: on the paper that is handed out.</summary>
public sealed record IssuedCode(string Reference, string Code);

/// <summary>Issues one-time codes. Only marks are stored, so neither an administrator nor a thief of the database can tell who answered what.</summary>
public sealed class CodeIssuer(DiemSangDbContext db)
{
    /// <returns>The new codes; references that have one already are left out.</returns>
    public async Task<IReadOnlyList<IssuedCode>> IssueAsync(Actor actor, Wave wave, IEnumerable<CodeOrder> orders, CancellationToken cancel = default)
    {
        var key = await db.Set<WaveKey>().SingleAsync(key => key.OrganisationId == wave.OrganisationId && key.Id == wave.Id, cancel);
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

    private static AccessCode CodeOf(Wave wave, CodeOrder order, byte[] codeMark, byte[] referenceMark) => new()
    {
        OrganisationId = wave.OrganisationId, WaveId = wave.Id, CodeMark = codeMark, ReferenceMark = referenceMark,
        Stratum = order.Stratum, Cluster = order.Cluster, Weight = order.Weight, WasOnTime = order.WasOnTime,
    };
}
