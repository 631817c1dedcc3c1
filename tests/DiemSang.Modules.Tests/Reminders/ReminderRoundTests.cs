using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Deriving;
using DiemSang.Modules.Reminders;
using DiemSang.Modules.Reminders.Asking;
using DiemSang.Modules.Reminders.Reading;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Tests.Reminders;

/// <summary>Days of a ward: letters are read from a real mail server.</summary>
public sealed class ReminderRoundTests : IAsyncLifetime
{
    private RemindedWard _reminded = null!;

    private WorkingWard Ward => _reminded.Ward;

    public async Task InitializeAsync() => _reminded = await RemindedWard.CreateAsync();

    public async Task DisposeAsync() => await _reminded.DisposeAsync();

    [Fact]
    [Requirement("LDR-09")]
    public async Task Run_DayByDay_AsksThePersonThenTheHeadThenTheLeader()
    {
        var work = await _reminded.AddWorkAsync(Ward.Culture);
        await Ward.ReadAsync(db => db.Assignments.Where(part => part.TaskId == work.TaskId).ExecuteUpdateAsync(set => set.SetProperty(part => part.PersonId, Ward.CultureMember.PersonId)));

        (await RecipientsAsync(new(2026, 3, 23))).ShouldBe([], "six working days before");
        (await RecipientsAsync(new(2026, 3, 24))).ShouldBe(["dung.ma"], "five working days before");
        (await RecipientsAsync(new(2026, 3, 25))).ShouldBe([], "once for each step");
        (await RecipientsAsync(new(2026, 3, 28))).ShouldBe([], "Saturday");
        (await RecipientsAsync(new(2026, 3, 30))).ShouldBe(["dung.ma"], "the eve");
        (await RecipientsAsync(new(2026, 3, 31))).ShouldBe(["dung.ma"], "the day");
        (await RecipientsAsync(new(2026, 4, 1))).ShouldBe(["dung.ma"], "the day after");
        (await RecipientsAsync(new(2026, 4, 2))).ShouldBe(["vinh.ma"], "the head");
        (await RecipientsAsync(new(2026, 4, 7))).ShouldBe(["thanh.nong"], "the leader");
        await _reminded.AnswerAsync(Ward.CultureMember, work);
        (await RecipientsAsync(new(2026, 4, 8))).ShouldBe([], "answered");
    }

    [Fact]
    [Requirement("PLN-20")]
    public async Task Run_UnitHasItsOwnPlan_AsksForThatRowOnly()
    {
        var above = await _reminded.AddWorkAsync(Ward.Culture);
        var plan = (await Ward.WithAsync((PlanDeriver deriver) => deriver.OfUnitAsync(Ward.CultureHead, above.Task.PlanId, Ward.Culture.Id)))!;
        await Ward.IssueAsync(plan, Ward.CultureHead);

        (await _reminded.MorningAsync(new(2026, 3, 24))).ShouldHaveSingleItem().Subject.ShouldBe("1 nhiệm vụ cần cập nhật");

        (await Ward.ReadAsync(db => db.Notifications.Select(one => one.OccurrenceId).ToListAsync())).ShouldNotContain(above.Id);
    }

    [Fact]
    public async Task Run_SeveralWorks_MakeOneLetter()
    {
        await _reminded.AddWorkAsync(Ward.Culture, "Công khai hộ nghèo");
        await _reminded.AddWorkAsync(Ward.Culture, "Công khai ngân sách", new DateOnly(2026, 3, 25));
        await _reminded.AddWorkAsync(Ward.Culture, "Hội nghị trao đổi", new DateOnly(2026, 3, 24));

        var letter = (await _reminded.MorningAsync(new(2026, 3, 24))).ShouldHaveSingleItem();

        letter.To.ShouldBe("vinh.ma@binhminh.example");
        letter.Subject.ShouldBe("3 nhiệm vụ cần cập nhật");
        letter.Text.ShouldContain("ĐẾN HẠN HÔM NAY\n- PAPI 1.1. Hội nghị trao đổi\n");
        letter.Text.ShouldContain("hạn 25/03/2026");
        letter.Text.ShouldContain("https://diemsang.example/reminders/open/");
        letter.Html.ShouldContain("<strong>PAPI 1.1. Công khai hộ nghèo</strong>");
        letter.Raw.ShouldContain("Auto-Submitted: auto-generated");
    }

    [Fact]
    [Requirement("GSC-09", "ORG-11")]
    public async Task Run_Partner_IsAskedAndNeverCalledLateOrReported()
    {
        await _reminded.AddWorkAsync(Ward.Front, "Giám sát, phản biện xã hội");

        (await _reminded.MorningAsync(new(2026, 3, 31))).ShouldHaveSingleItem().Subject.ShouldBe("Đề nghị phối hợp: 1 nội dung");
        var again = (await _reminded.MorningAsync(new(2026, 4, 7))).ShouldHaveSingleItem();
        (await _reminded.MorningAsync(new(2026, 4, 20))).ShouldBeEmpty("no head, no leader");

        again.To.ShouldBe("my.ha@binhminh.example");
        again.Text.ShouldContain("trân trọng đề nghị phối hợp");
        again.Text.ToUpperInvariant().ShouldNotContain("QUÁ HẠN");
        (await _reminded.NotificationsAsync()).ShouldAllBe(one => one.Kind == NotificationKind.Request);
    }

    [Fact]
    public async Task Run_HeadAbsent_AsksTheDeputyAndWithAMandateItsHolder()
    {
        var deputy = await Ward.HireAsync("Hoàng Thị Sen", Role.Deputy, Ward.Culture);
        await _reminded.AddWorkAsync(Ward.Culture);
        await _reminded.WithDbAsync("test.leave", db =>
        {
            db.Absences.Add(new Absence { OrganisationId = Ward.Organisation.Id, PersonId = Ward.CultureHead.PersonId, FromDate = new(2026, 3, 23), ToDate = new(2026, 3, 24) });
            return Task.CompletedTask;
        });
        await _reminded.WithDbAsync("test.mandate", async db =>
        {
            var head = await db.People.SingleAsync(person => person.Id == Ward.CultureHead.PersonId);
            var holder = await db.People.SingleAsync(person => person.Id == Ward.CultureMember.PersonId);
            db.Mandates.Add(new Mandate(head, holder, new(2026, 3, 30), new(2026, 3, 30), "12/QĐ-UBND"));
        });

        await _reminded.MorningAsync(new(2026, 3, 24));
        await _reminded.MorningAsync(new(2026, 3, 30));
        await _reminded.MorningAsync(new(2026, 3, 31));

        (await _reminded.NotificationsAsync()).Select(one => (one.Step, one.PersonId)).ShouldBe([
            ("before", deputy.PersonId), ("eve", Ward.CultureMember.PersonId), ("day", Ward.CultureHead.PersonId)]);
    }

    [Fact]
    public async Task Run_ActingHead_IsTheHead()
    {
        await _reminded.WithDbAsync("test.acting", async db =>
        {
            (await db.Appointments.SingleAsync(held => held.PersonId == Ward.CultureHead.PersonId)).End(new(2026, 3, 1));
            var person = await db.People.SingleAsync(person => person.Id == Ward.CultureMember.PersonId);
            db.Appointments.Add(new Appointment(person, Role.Head, new(2026, 3, 2), Ward.Culture, isActing: true));
        });
        await _reminded.AddWorkAsync(Ward.Culture);

        (await RecipientsAsync(new(2026, 3, 31))).ShouldBe(["dung.ma"]);
    }

    [Fact]
    public async Task Run_QuietHoursAndOwnHour_AreKept()
    {
        await _reminded.AddWorkAsync(Ward.Culture);
        await _reminded.WithDbAsync("test.prefer", db =>
        {
            db.Preferences.Add(new Preference { OrganisationId = Ward.Organisation.Id, PersonId = Ward.CultureHead.PersonId, DigestAt = new(10, 0) });
            return Task.CompletedTask;
        });

        Ward.Clock.MoveTo(RemindedWard.Due);
        (await _reminded.RoundAsync()).ShouldBe(0, "eight o'clock, before the person's own hour");
        Ward.Clock.Pass(TimeSpan.FromHours(11));
        (await _reminded.RoundAsync()).ShouldBe(0, "seven in the evening");
        Ward.Clock.MoveTo(RemindedWard.Due.AddDays(1));
        Ward.Clock.Pass(TimeSpan.FromHours(3));
        (await _reminded.RoundAsync()).ShouldBe(1, "the next morning has the whole truth");

        (await _reminded.NotificationsAsync()).ShouldHaveSingleItem().Step.ShouldBe("late");
    }

    [Fact]
    public async Task Run_PersonWithoutMail_IsAskedInTheProduct()
    {
        await _reminded.AddWorkAsync(Ward.Economy);
        await _reminded.WithDbAsync("test.no-mail", async db => (await db.People.SingleAsync(person => person.Id == Ward.EconomyHead.PersonId)).Email = null);

        (await _reminded.MorningAsync(RemindedWard.Due)).ShouldBeEmpty();

        (await _reminded.NotificationsAsync(Ward.EconomyHead)).ShouldHaveSingleItem().Kind.ShouldBe(NotificationKind.Reminder);
    }

    [Fact]
    public async Task Run_TwoNodesAtOnce_AskOnce()
    {
        await _reminded.AddWorkAsync(Ward.Culture);
        await _reminded.AddWorkAsync(Ward.Economy);
        Ward.Clock.MoveTo(RemindedWard.Due);

        var rounds = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _reminded.RoundAsync()));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _reminded.SendAsync()));

        rounds.Sum().ShouldBe(2);
        (await _reminded.NotificationsAsync()).Count.ShouldBe(2);
        _reminded.Smtp.Received.Select(letter => letter.To).Order().ShouldBe(["tuan.le@binhminh.example", "vinh.ma@binhminh.example"]);
    }

    [Fact]
    public async Task Run_CheckInsPassedWithoutAnAnswer_AskAboutTheLastOne()
    {
        await Ward.AddIssuedAsync(WorkingWard.Row(new RowDeadline(DeadlineKind.Continuous, "Thường xuyên", null), parties: [WorkingWard.Lead(Ward.Culture)]));

        await _reminded.MorningAsync(new(2026, 5, 5));

        (await _reminded.NotificationsAsync(Ward.CultureHead)).ShouldHaveSingleItem().DueOn.ShouldBe(new DateOnly(2026, 4, 30));
    }

    [Fact]
    public async Task Urge_ByTheFocalOfficial_SendsALetterAndTheLogKeepsTheAnswer()
    {
        var work = await _reminded.AddWorkAsync(Ward.Culture);
        Ward.Clock.MoveTo(new(2026, 3, 10));

        var urged = await Ward.WithAsync((Urging urging) => urging.UrgeAsync(Ward.Focal, work.Id, "Chủ tịch cần số liệu trong tuần"));
        var twice = await Ward.WithAsync((Urging urging) => urging.UrgeAsync(Ward.Leader, work.Id, null));
        var stranger = await Ward.WithAsync((Urging urging) => urging.UrgeAsync(Ward.EconomyHead, work.Id, null));
        await _reminded.SendAsync();
        Ward.Clock.Pass(TimeSpan.FromHours(2));
        await _reminded.AnswerAsync(Ward.CultureHead, work, ProgressState.InProgress, "Đang tổng hợp");

        urged.People.ShouldBe(["Ma Văn Vĩnh"]);
        twice.Outcome.ShouldBe(UrgeOutcome.UrgedToday);
        stranger.Outcome.ShouldBe(UrgeOutcome.NotAllowed);
        _reminded.Smtp.Received.ShouldHaveSingleItem().Text.ShouldContain("Nguyễn Thị Khánh: “Chủ tịch cần số liệu trong tuần”");
        var (lines, total) = await Ward.WithAsync((ReminderLog log) => log.FindAsync(Ward.Leader, new()));
        total.ShouldBe(1);
        lines[0].ByName.ShouldBe("Nguyễn Thị Khánh");
        lines[0].AnswerNote.ShouldBe("Đang tổng hợp");
        lines[0].AnswerBy.ShouldBe("Ma Văn Vĩnh");
        (await Ward.WithAsync((ReminderLog log) => log.FindAsync(Ward.EconomyHead, new()))).Total.ShouldBe(0);
        (await Ward.WithAsync((ReminderLog log) => log.FindAsync(Ward.Leader, new(OnlyUnanswered: true)))).Total.ShouldBe(0);
    }

    private async Task<IEnumerable<string>> RecipientsAsync(DateOnly morning) =>
        (await _reminded.MorningAsync(morning)).Select(letter => letter.To.Split('@')[0]);
}
