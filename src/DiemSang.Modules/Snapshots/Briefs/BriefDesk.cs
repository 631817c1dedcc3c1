using System.Net;
using DiemSang.Modules.Access;
using DiemSang.Modules.Reminders;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Snapshots.Briefs;

/// <summary>Drafts the leaders' brief from the board as it stands, sends it, and notes who read it.</summary>
public sealed class BriefDesk(DiemSangDbContext db, BoardReading board, PublishedFigures published, TimeProvider clock)
{
    /// <summary>As many as one page holds.</summary>
    private const int RedOnThePage = 10;
    private const int ChangesOnThePage = 10;

    public async Task<Brief> DraftAsync(Actor actor, CancellationToken cancel = default)
    {
        var organisation = await db.Organisations.SingleAsync(one => one.Id == actor.OrganisationId, cancel);
        var lines = await board.NowAsync(cancel);
        var last = await LastSnapshotAsync(actor, cancel);
        var changes = last is null ? [] : BoardComparison.Between(await board.FrozenAsync(last, cancel), lines);
        var red = BoardReading.RedFirst(lines.Where(line => line.IsRed)).ToList();
        return new Brief(
            organisation.Name, clock.Today(), last?.Day, LineCounts.Of(lines),
            [.. red.Take(RedOnThePage).Select(line => new BriefLine(line.TaskId, line.Name, line.Leads, line.Light, line.IsBlocked, line.LateSince, line.Percent))], red.Count,
            [.. changes.Take(ChangesOnThePage).Select(moved => new BriefChange(moved.Line.TaskId, moved.Line.Name, moved.Line.Leads, moved.Movement))], changes.Count,
            await board.SilentUnitsAsync(cancel), [.. (await published.LatestAsync(actor.OrganisationId, cancel)).Select(BriefFigure.Of)]);
    }

    /// <summary>Keeps the brief as it is now, for every leader of today.</summary>
    /// <returns>Null when the organisation has no leader to send it to.</returns>
    public async Task<SentBrief?> SendAsync(Actor actor, CancellationToken cancel = default)
    {
        var today = clock.Today();
        var held = db.Appointments.Where(held => held.OrganisationId == actor.OrganisationId && held.Role == Role.Leader && held.FromDate <= today && (held.ToDate == null || held.ToDate >= today));
        var leaders = await db.People.Where(person => person.OrganisationId == actor.OrganisationId && held.Any(one => one.PersonId == person.Id)).ToListAsync(cancel);
        if (leaders.Count == 0)
        {
            return null;
        }

        var sent = new SentBrief { OrganisationId = actor.OrganisationId, Content = await DraftAsync(actor, cancel), SentAt = clock.GetUtcNow(), SentBy = actor.PersonId };
        db.SentBriefs.Add(sent);
        db.BriefReaders.AddRange(leaders.Select(leader => new BriefReader { OrganisationId = actor.OrganisationId, BriefId = sent.Id, PersonId = leader.Id }));
        db.Mails.AddRange(leaders.Where(leader => leader.Email is not null).Select(leader => Letter(sent, leader)));
        await db.SaveAsync(actor.To("snapshots.send-brief"), cancel);
        return sent;
    }

    /// <summary>Into the outbox in the same transaction; sent afterwards with the reminders.</summary>
    private static Mail Letter(SentBrief sent, Person leader)
    {
        var text = BriefPaper.Text(sent.Content);
        return new Mail
        {
            OrganisationId = sent.OrganisationId, PersonId = leader.Id, Key = $"brief {sent.Id}", Address = leader.Email!,
            Subject = $"Báo cáo nhanh ngày {sent.Content.Day:dd/MM/yyyy}", TextBody = text, HtmlBody = $"<pre>{WebUtility.HtmlEncode(text)}</pre>",
            CreatedAt = sent.SentAt, NextAttemptAt = sent.SentAt,
        };
    }

    /// <summary>Opens a sent brief; a leader's first look is noted.</summary>
    public async Task<SentBrief?> OpenAsync(Actor actor, Guid briefId, CancellationToken cancel = default)
    {
        var reader = await db.BriefReaders.SingleOrDefaultAsync(
            one => one.OrganisationId == actor.OrganisationId && one.BriefId == briefId && one.PersonId == actor.PersonId, cancel);
        if (reader is { ReadAt: null })
        {
            reader.Open(clock.GetUtcNow());
            await db.SaveAsync(actor.To("snapshots.read-brief"), cancel);
        }

        return await db.SentBriefs.SingleOrDefaultAsync(one => one.OrganisationId == actor.OrganisationId && one.Id == briefId, cancel);
    }

    /// <summary>The latest taken on an earlier day: what was frozen today says nothing about change.</summary>
    private Task<Snapshot?> LastSnapshotAsync(Actor actor, CancellationToken cancel)
    {
        var today = clock.Today();
        return db.Snapshots.Where(one => one.OrganisationId == actor.OrganisationId && one.Day < today).OrderByDescending(one => one.TakenAt).FirstOrDefaultAsync(cancel);
    }
}
