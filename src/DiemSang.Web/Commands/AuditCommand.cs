using System.CommandLine;
using DiemSang.Modules.Shared.Audit;

namespace DiemSang.Web.Commands;

/// <summary><c>diemsang audit verify</c>: recomputes every audit chain. Exit 1 when one is broken.</summary>
public static class AuditCommand
{
    public static Command Build()
    {
        var verify = new Command("verify", "Recompute every organisation's audit chain and compare it with the stored hashes.");
        verify.SetAction(async (_, cancel) =>
        {
            var chains = await new AuditVerifier(Settings.Database(Settings.FromEnvironment()).Owner).VerifyAsync(cancel);
            foreach (var chain in chains)
            {
                Console.WriteLine(chain.BrokenAt is { } position
                    ? $"{chain.Organisation}: BROKEN at entry {position} of {chain.Entries}"
                    : $"{chain.Organisation}: whole, {chain.Entries} entries, head {chain.Head}");
            }

            return chains.Any(chain => chain.BrokenAt is not null) ? 1 : 0;
        });
        return new Command("audit", "The audit log.") { verify };
    }
}
