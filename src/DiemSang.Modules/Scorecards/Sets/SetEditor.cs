using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Rules;
using DiemSang.Documents.Criteria;
using DiemSang.Documents.Reading;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Sets;

public enum SetEditOutcome { Saved, Refused, MovedOn, NotDraft }

/// <param name="Problems">Why nothing was saved.</param>
public sealed record SetEdit(SetEditOutcome Outcome, IReadOnlyList<string> Problems)
{
    public static readonly SetEdit Saved = new(SetEditOutcome.Saved, []), MovedOn = new(SetEditOutcome.MovedOn, []), NotDraft = new(SetEditOutcome.NotDraft, []);

    public static SetEdit Refused(params IEnumerable<string> problems) => new(SetEditOutcome.Refused, [.. problems]);
}

/// <summary>What a person writes about one criterion.</summary>
/// <param name="RuleText">YAML beginning with "rule:"; empty for a criterion that is to have children.</param>
public sealed record CriterionText(string Code, string Title, decimal Max, string? RuleText)
{
    public CriterionKind Kind { get; init; }
    public ScoredBy ScoredBy { get; init; }
    public EvidenceDemand Evidence { get; init; }
    public NotApplicableTreatment NotApplicable { get; init; }
    public string? EvidenceText { get; init; }
    public string? Guidance { get; init; }
    public string? AppraisingUnit { get; init; }
    public string? Figure { get; init; }
    public IReadOnlyList<string> Previous { get; init; } = [];

    /// <summary>As "par-index-tinh/1.2".</summary>
    public IReadOnlyList<string> Feeds { get; init; } = [];
}

/// <summary>
/// Corrects a draft. An edit that breaks a rule, a code or the depth is refused and saves nothing; maxima that do not add up yet are
/// allowed between two edits and stand against publishing.
/// </summary>
public sealed class SetEditor(DiemSangDbContext db, SetProblems check)
{
    /// <summary>A new criterion without a rule is scored by hand until it gets one, or children.</summary>
    /// <param name="code">The criterion to replace; null to add one below <paramref name="parent"/>.</param>
    public Task<SetEdit> WriteAsync(Actor actor, CriteriaEdition edition, int seen, string? code, string? parent, CriterionText text, CancellationToken cancel = default)
    {
        ScoringRule? rule;
        try
        {
            rule = string.IsNullOrWhiteSpace(text.RuleText) ? null : CriteriaSetYaml.ReadRule(text.RuleText);
        }
        catch (UnreadableDocumentException problem)
        {
            return Task.FromResult(SetEdit.Refused(problem.Message));
        }

        if (text.Feeds.FirstOrDefault(fed => CriterionReference.Parse(fed) is null) is { } unclear)
        {
            return Task.FromResult(SetEdit.Refused(CriterionReference.HowToWrite(unclear)));
        }

        return ChangeAsync(actor, edition, seen, set => code is null ? set.Add(parent, Written(text, rule, null)) : set.Replace(code, Written(text, rule, set.Find(code))), cancel);
    }

    public Task<SetEdit> WriteRuleAsync(Actor actor, CriteriaEdition edition, int seen, string code, ScoringRule rule, CancellationToken cancel = default) =>
        ChangeAsync(actor, edition, seen, set => set.Find(code) is { IsLeaf: true } leaf ? set.Replace(code, leaf with { Rule = rule }) : set, cancel);

    /// <summary>The whole tree from the officials' table: what was exported, corrected in a spreadsheet, and comes back. Title, code and version stay.</summary>
    public Task<SetEdit> WriteTableAsync(Actor actor, CriteriaEdition edition, int seen, Stream content, string fileName, CancellationToken cancel = default)
    {
        try
        {
            var read = CriteriaTableReader.Read(DocumentReader.Read(content, fileName, ReadLimits.Default, cancellationToken: cancel), edition.Code, edition.Edition).Set;
            return ChangeAsync(actor, edition, seen, set => set with { Total = read.Total, Criteria = read.Criteria }, cancel);
        }
        catch (UnreadableDocumentException problem)
        {
            return Task.FromResult(SetEdit.Refused(problem.Message));
        }
    }

    public Task<SetEdit> RemoveAsync(Actor actor, CriteriaEdition edition, int seen, string code, CancellationToken cancel = default) =>
        ChangeAsync(actor, edition, seen, set => set.Remove(code), cancel);

    public Task<SetEdit> MoveUpAsync(Actor actor, CriteriaEdition edition, int seen, string code, CancellationToken cancel = default) =>
        ChangeAsync(actor, edition, seen, set => set.MoveUp(code), cancel);

    public Task<SetEdit> WriteMaximaAsync(Actor actor, CriteriaEdition edition, int seen, decimal total, IReadOnlyDictionary<string, decimal> maxima, CancellationToken cancel = default) =>
        ChangeAsync(actor, edition, seen, set => set.WithMaxima(total, maxima), cancel);

    public Task<SetEdit> WriteHeadAsync(Actor actor, CriteriaEdition edition, int seen, Func<CriteriaSet, CriteriaSet> change, CancellationToken cancel = default) =>
        ChangeAsync(actor, edition, seen, change, cancel);

    private async Task<SetEdit> ChangeAsync(Actor actor, CriteriaEdition edition, int seen, Func<CriteriaSet, CriteriaSet> change, CancellationToken cancel)
    {
        if (edition.State != EditionState.Draft)
        {
            return SetEdit.NotDraft;
        }

        var set = change(CriteriaSetYaml.Read(edition.Yaml));
        var errors = (await check.OfAsync(set, cancel)).Where(problem => problem is { IsError: true, IsAboutSums: false }).Select(problem => problem.ToString()).ToList();
        if (errors.Count > 0)
        {
            return SetEdit.Refused(errors);
        }

        edition.Write(set);
        db.Entry(edition).Property(row => row.Version).OriginalValue = seen;
        try
        {
            await db.SaveAsync(actor.To("scorecards.edit-set"), cancel);
            return SetEdit.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return SetEdit.MovedOn;
        }
    }

    private static Criterion Written(CriterionText text, ScoringRule? rule, Criterion? before)
    {
        var criterion = before ?? new Criterion { Code = text.Code, Title = text.Title, Max = text.Max };
        return criterion with
        {
            Code = text.Code, Title = text.Title, Max = text.Max, Kind = text.Kind, ScoredBy = text.ScoredBy, Evidence = text.Evidence, NotApplicable = text.NotApplicable,
            EvidenceText = text.EvidenceText, Guidance = text.Guidance, AppraisingUnit = text.AppraisingUnit, Figure = text.Figure, Previous = text.Previous,
            Feeds = [.. text.Feeds.Select(CriterionReference.Parse).OfType<CriterionReference>()],
            Rule = !criterion.IsLeaf ? null : rule ?? (before is null ? new ManualRule() : null),
        };
    }
}
