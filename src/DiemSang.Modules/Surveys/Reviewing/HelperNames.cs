using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Reviewing;

/// <summary>Who asked or entered answers: accountable by name to a reviewer, unlike those who answered.</summary>
public sealed class HelperNames(DiemSangDbContext db)
{
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(WaveAnswers wave, CancellationToken cancel = default)
    {
        var helpers = wave.Answers.Where(answer => answer.HelperId is not null).Select(answer => answer.HelperId!.Value).Distinct().ToList();
        return await db.People.Where(person => person.OrganisationId == wave.Wave.OrganisationId && helpers.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.FullName, cancel);
    }
}
