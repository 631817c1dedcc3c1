using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Documents.Reading;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Sets;

/// <param name="EditionId">The draft made; null when nothing was saved.</param>
/// <param name="Problems">What is wrong, or worth knowing, as sentences.</param>
public sealed record TakenSet(Guid? EditionId, IReadOnlyList<string> Problems);

/// <summary>Criteria sets of the organisation and those its superiors have published: taken in, cloned, published, withdrawn.</summary>
public sealed class SetLibrary(DiemSangDbContext db, SetProblems check, TimeProvider clock)
{
    /// <summary>Newest first; row-level security lets through the own ones and the published ones from above.</summary>
    public Task<List<CriteriaEdition>> ListAsync(CancellationToken cancel = default) =>
        db.CriteriaEditions.Where(edition => edition.State != EditionState.Withdrawn).OrderBy(edition => edition.Title).ThenByDescending(edition => edition.Edition).ToListAsync(cancel);

    public Task<CriteriaEdition?> FindAsync(Guid id, CancellationToken cancel = default) =>
        db.CriteriaEditions.SingleOrDefaultAsync(edition => edition.Id == id && edition.State != EditionState.Withdrawn, cancel);

    /// <summary>Reads a table or a YAML file. A set with errors is not saved.</summary>
    /// <param name="code">For a table, which does not name its own; a YAML file does.</param>
    public async Task<TakenSet> ImportAsync(Actor actor, Stream content, string fileName, string code, string version, CancellationToken cancel = default)
    {
        try
        {
            var (set, remarks) = await ReadAsync(content, fileName, code, version, cancel);
            return await AddAsync(actor, set, null, remarks, cancel);
        }
        catch (UnreadableDocumentException problem)
        {
            return new TakenSet(null, [problem.Message]);
        }
    }

    public Task<TakenSet> AddAsync(Actor actor, CriteriaSet set, CancellationToken cancel = default) => AddAsync(actor, set, null, [], cancel);

    public Task<TakenSet> CloneAsync(Actor actor, CriteriaEdition from, string version, CancellationToken cancel = default) =>
        AddAsync(actor, CriteriaSetYaml.Read(from.Yaml) with { Version = version }, from.Id, [], cancel);

    /// <returns>What stands against publishing; empty when it is done.</returns>
    public async Task<IReadOnlyList<SetProblem>> PublishAsync(Actor actor, CriteriaEdition edition, CancellationToken cancel = default)
    {
        var errors = (await check.OfAsync(CriteriaSetYaml.Read(edition.Yaml), cancel)).Where(problem => problem.IsError).ToList();
        if (errors.Count == 0)
        {
            edition.Publish(clock.GetUtcNow());
            await db.SaveAsync(actor.To("scorecards.publish-set"), cancel);
        }

        return errors;
    }

    /// <summary>A draft is withdrawn; a published set only while no round uses it.</summary>
    public async Task<bool> WithdrawAsync(Actor actor, CriteriaEdition edition, CancellationToken cancel = default)
    {
        if (await db.Rounds.AnyAsync(round => round.OrganisationId == edition.OrganisationId && round.EditionId == edition.Id, cancel))
        {
            return false;
        }

        edition.Withdraw();
        await db.SaveAsync(actor.To("scorecards.withdraw-set"), cancel);
        return true;
    }

    private async Task<TakenSet> AddAsync(Actor actor, CriteriaSet set, Guid? clonedFrom, IReadOnlyList<string> remarks, CancellationToken cancel)
    {
        var errors = (await check.OfAsync(set, cancel)).Where(problem => problem.IsError).Select(problem => problem.ToString()).ToList();
        if (errors.Count > 0)
        {
            return new TakenSet(null, errors);
        }

        var taken = await db.CriteriaEditions.AnyAsync(
            edition => edition.OrganisationId == actor.OrganisationId && edition.Code == set.Code && edition.Edition == set.Version && edition.State != EditionState.Withdrawn, cancel);
        if (taken)
        {
            return new TakenSet(null, [$"Đã có bộ “{set.Code}” phiên bản “{set.Version}”; đặt tên phiên bản khác."]);
        }

        var edition = new CriteriaEdition(actor.OrganisationId, set, clonedFrom);
        db.CriteriaEditions.Add(edition);
        await db.SaveAsync(actor.To("scorecards.add-set"), cancel);
        return new TakenSet(edition.Id, remarks);
    }

    private static async Task<(CriteriaSet Set, IReadOnlyList<string> Remarks)> ReadAsync(Stream content, string fileName, string code, string version, CancellationToken cancel)
    {
        if (Path.GetExtension(fileName).ToLowerInvariant() is ".yaml" or ".yml")
        {
            using var reader = new StreamReader(content);
            return (CriteriaSetYaml.Read(await reader.ReadToEndAsync(cancel)), []);
        }

        var imported = CriteriaTableReader.Read(DocumentReader.Read(content, fileName, ReadLimits.Default, cancellationToken: cancel), code, version);
        return (imported.Set, imported.Remarks);
    }
}
