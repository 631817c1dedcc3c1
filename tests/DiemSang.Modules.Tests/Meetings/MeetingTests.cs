using DiemSang.Core.Meetings;
using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.FollowUp;
using DiemSang.Modules.Meetings.Minutes;
using DiemSang.Modules.Meetings.Planning;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Snapshots;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Meetings;

public sealed class MeetingTests : IAsyncLifetime
{
    private static readonly RowDeadline March = new(DeadlineKind.Fixed, "31/3/2026", new DateOnly(2026, 3, 31));
    private static readonly MeetingKind Review = MeetingCalendar.Find("giao-ban")!;
    private static readonly MeetingKind Forum = MeetingCalendar.Find("dien-dan")!;
    private WorkingWard _ward = null!;

    public async Task InitializeAsync()
    {
        _ward = await CreateAsync();
        await _ward.AddIssuedAsync(Row(March, "Công khai danh sách hộ nghèo", parties: Lead(_ward.Culture)), Row(title: "Trách nhiệm giải trình", index: "SIPAS", parties: Lead(_ward.Economy)));
        _ward.Clock.MoveTo(new DateOnly(2026, 4, 2));
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("LDR-02")]
    public async Task Missing_FirstQuarterHadNoReview_WarnsUntilOneIsPlannedForTheSecond()
    {
        (await MissingAsync("giao-ban")).Select(gap => (gap.Period.Number, gap.IsOver)).ShouldBe([(1, true), (2, false)]);

        await PlanAsync(Review, new DateOnly(2026, 4, 10));

        (await MissingAsync("giao-ban")).Select(gap => gap.Period.Number).ShouldBe([1]);
        (await MissingAsync("dien-dan")).Select(gap => gap.Period.Every).ShouldBe([Cadence.HalfYear]);
    }

    [Fact]
    [Requirement("LDR-02")]
    public async Task Plan_Review_InvitesTheHeadsAndTakesTheRedRowOnce()
    {
        var meeting = await PlanAsync(Review, new DateOnly(2026, 4, 10));

        (await FillAsync(meeting.Id), await FillAsync(meeting.Id)).ShouldBe((1, 0));
        var file = await OpenAsync(_ward.Focal, meeting.Id);
        file!.Meeting.Guests.Select(guest => guest.Name).ShouldContain("Ma Văn Vĩnh");
        file.Meeting.Agenda[^2].Text.ShouldBe("PAPI 1.1 Công khai danh sách hộ nghèo – Phòng Văn hóa - Xã hội phường: quá hạn từ 31/03/2026");
        file.Meeting.Agenda[^1].Text.ShouldBe("Kết luận của người chủ trì");
    }

    [Fact]
    [Requirement("LDR-05")]
    public async Task Conclude_WithOwnerAndDate_IsTheirWorkAndComesBackAtTheNextMeeting()
    {
        var first = await PlanAsync(Review, new DateOnly(2026, 4, 10));
        var conclusion = await ConcludeAsync(first.Id);

        (await MineAsync(_ward.CultureHead)).ShouldBe([conclusion.Id]);
        (await MineAsync(_ward.EconomyHead)).ShouldBeEmpty();
        var second = await PlanAsync(Review, new DateOnly(2026, 7, 10));
        await FillAsync(second.Id);
        (await OpenAsync(_ward.Focal, second.Id))!.Meeting.Agenda.ShouldContain(item => item.ConclusionId == conclusion.Id);
    }

    [Fact]
    [Requirement("LDR-03")]
    public async Task Minutes_OfAHeldMeeting_CarryTheFieldsOfSample19()
    {
        var meeting = await PlanAsync(Review, new DateOnly(2026, 4, 10));
        await ConcludeAsync(meeting.Id);
        await ChangeAsync(meeting.Id, one =>
        {
            one.Guests[0].Attendance = Attendance.Present;
            one.Agenda[0].Discussion = "Ba kết luận đã xong.";
            one.Hold(one.StartsAt.AddHours(2), "07", "Không có ý kiến khác.");
        });

        var text = Print((await OpenAsync(_ward.Focal, meeting.Id))!);

        foreach (var part in new[] { "BIÊN BẢN", "Số: 07/BB-UBND", "Thời gian bắt đầu: 08 giờ 00, ngày 10 tháng 04 năm 2026", "Địa điểm: Hội trường", "Thành phần tham dự:", "Chủ trì (chủ tọa): Nông Văn Thành",
            "Thư ký (người ghi biên bản): Nguyễn Thị Khánh", "Ba kết luận đã xong.", "Công khai danh sách trước", "kết thúc vào 10 giờ 00", "THƯ KÝ", "CHỦ TỌA" })
        {
            text.ShouldContain(part);
        }
    }

    [Theory]
    [InlineData("Biên bản", "Ủy ban nhân dân phường Bình Minh", "BB-UBND")]
    [InlineData("Giấy mời", "Uỷ ban nhân dân xã Khe Vàng", "GM-UBND")]
    [InlineData("Biên bản", "Thanh tra tỉnh Trường Sơn", "BB-TTr")]
    [InlineData("Biên bản", "Hội Người cao tuổi", "BB")]
    public void SymbolOf_AnIssuer_FollowsTheCatalog(string kind, string issuer, string expected) =>
        DiemSang.Documents.Plans.PlanWordsFile.Default.SymbolOf(kind, issuer).ShouldBe(expected);

    [Fact]
    [Requirement("FRM-02")]
    public async Task Invitation_ForEverybody_NamesThemInTheFormOfSample17()
    {
        var meeting = await PlanAsync(Review, new DateOnly(2026, 4, 10));
        var file = (await OpenAsync(_ward.Focal, meeting.Id))!;
        using var docx = new MemoryStream();

        InvitationPaper.WriteDocx(file.Meeting, file.Names, file.Meeting.Guests, new DateOnly(2026, 4, 3), docx);

        using var word = WordprocessingDocument.Open(docx, isEditable: false);
        var text = word.MainDocumentPart!.Document.Body!.InnerText;
        foreach (var part in new[] { "GIẤY MỜI", "/GM-UBND", "ngày 03 tháng 4 năm 2026", "trân trọng kính mời:", "- Ma Văn Vĩnh", "Tới dự: ", "Chủ trì: Nông Văn Thành", "Thời gian: 08 giờ 00, ngày 10 tháng 04 năm 2026", "Địa điểm: Hội trường", "Như trên" })
        {
            text.ShouldContain(part);
        }
    }

    [Fact]
    [Requirement("LDR-03")]
    public async Task Sign_ByChairAndSecretary_ClosesTheMinutes()
    {
        var meeting = await PlanAsync(Review, new DateOnly(2026, 4, 10));

        meeting.Sign(_ward.CultureHead.PersonId, _ward.Clock.GetUtcNow()).ShouldBeFalse();
        meeting.Sign(_ward.Leader.PersonId, _ward.Clock.GetUtcNow()).ShouldBeTrue();
        _ward.Focal.MayKeep(meeting).ShouldBeTrue();
        meeting.Sign(_ward.Focal.PersonId, _ward.Clock.GetUtcNow());

        meeting.IsSigned.ShouldBeTrue();
        _ward.Focal.MayKeep(meeting).ShouldBeFalse();
    }

    [Fact]
    public async Task Open_ByAPersonWithoutAPart_DoesNotExist()
    {
        var meeting = await PlanAsync(Forum, new DateOnly(2026, 4, 10));

        (await OpenAsync(_ward.CultureMember, meeting.Id)).ShouldBeNull();
        (await OpenAsync(_ward.Viewer, meeting.Id)).ShouldNotBeNull();
        (await OpenAsync(new Actor(Guid.NewGuid(), Guid.NewGuid(), "Người khác", [new HeldRole(Role.Leader, null, false)]), meeting.Id)).ShouldBeNull();
    }

    [Fact]
    [Requirement("FRM-03", "FRM-04")]
    public async Task Outcomes_WithoutSigningIn_ShowPublishedProposalsAndNobodysName()
    {
        var meeting = await PlanAsync(Forum, new DateOnly(2026, 4, 10));
        await ChangeAsync(meeting.Id, one =>
        {
            one.Hold(one.StartsAt.AddHours(2), null, null);
            one.Proposals.AddRange([ProposalOf(one, "Sửa đèn đường tổ 3", 1), ProposalOf(one, "Việc riêng của gia đình", 2)]);
            one.Proposals[0].Settle(ProposalState.CarriedOut, "Đã giao Phòng Kinh tế.", "Đã thay 12 bóng đèn.", _ward.Clock.Today());
            one.Proposals[0].Publish(true);
        });
        await using var visitor = _ward.Database.Scope();

        var page = await visitor.ServiceProvider.GetRequiredService<PublicOutcomes>().OfAsync(_ward.Organisation.Code);

        page!.Outcomes.Single().Text.ShouldBe("Sửa đèn đường tổ 3");
        (page.Open, page.CarriedOut).ShouldBe((0, 1));
        (await visitor.ServiceProvider.GetRequiredService<PublicOutcomes>().OfAsync("khong-co")).ShouldBeNull();
        typeof(PublicOutcome).GetProperties().ShouldNotContain(property => property.Name == nameof(Proposal.Proposer));
    }

    [Theory]
    [InlineData("doi-thoai", null)]
    [InlineData("hop-thon", "Tổ dân phố 3")]
    [Requirement("FRM-03", "FRM-04")]
    public async Task Proposal_AtADialogueOrAHamletMeeting_IsMinutedAnsweredAndPublic(string code, string? hamlet)
    {
        var meeting = await PlanAsync(MeetingCalendar.Find(code)!, new DateOnly(2026, 4, 10), hamlet);
        await ChangeAsync(meeting.Id, one =>
        {
            one.Hold(one.StartsAt.AddHours(2), null, null);
            one.Proposals.Add(ProposalOf(one, "Sửa đường vào tổ 3", 1));
        });
        await ChangeAsync(meeting.Id, one =>
        {
            one.Proposals[0].Settle(ProposalState.CarriedOut, "Đã giao Phòng Kinh tế.", "Đã rải đá 200 m.", _ward.Clock.Today());
            one.Proposals[0].Publish(true);
        });

        Print((await OpenAsync(_ward.Focal, meeting.Id))!).ShouldContain("Sửa đường vào tổ 3");
        await using var visitor = _ward.Database.Scope();
        var outcomes = (await visitor.ServiceProvider.GetRequiredService<PublicOutcomes>().OfAsync(_ward.Organisation.Code))!.Outcomes;
        outcomes.Single().Answer.ShouldBe("Đã giao Phòng Kinh tế.");
    }

    [Fact]
    [Requirement("LDR-04")]
    public async Task TrackingSheet_OfAnIndex_PrintsItsRowsInBothFormats()
    {
        var lines = await _ward.WithAsync((BoardReading board) => board.NowAsync());
        var sheet = TrackingSheet.Of(_ward.Organisation, "PAPI", _ward.Clock.Today(), lines);
        using var docx = new MemoryStream();
        using var xlsx = new MemoryStream();

        sheet.WriteDocx(docx);
        sheet.WriteXlsx(xlsx);

        using var document = WordprocessingDocument.Open(docx, false);
        var text = document.MainDocumentPart!.Document!.InnerText;
        text.ShouldContain("PHIẾU THEO DÕI TIẾN ĐỘ");
        text.ShouldContain("Quá hạn từ 31/03/2026");
        text.ShouldNotContain("Trách nhiệm giải trình");
        text.ShouldNotContain("Số:", customMessage: "a sheet has no number");
        using var book = SpreadsheetDocument.Open(xlsx, false);
        book.WorkbookPart!.WorksheetParts.Single().Worksheet!.InnerText.ShouldContain("Công khai danh sách hộ nghèo");
    }

    private Proposal ProposalOf(Meeting meeting, string text, int position) => new()
    {
        OrganisationId = meeting.OrganisationId, MeetingId = meeting.Id, Position = position, Proposer = "Bà Lý Thị Mai", Text = text, UnitId = _ward.Economy.Id, DueOn = new DateOnly(2026, 5, 10),
    };

    private Task<Meeting> PlanAsync(MeetingKind kind, DateOnly day, string? hamlet = null) => _ward.WithAsync(async (MeetingPlanner planner) =>
    {
        var meeting = new Meeting(_ward.Organisation.Id, kind, kind.Name, new DateTimeOffset(day.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero), "Hội trường Ủy ban", _ward.Leader.PersonId, _ward.Focal.PersonId) { Hamlet = hamlet };
        await planner.PlanAsync(_ward.Focal, meeting, kind);
        return meeting;
    });

    private async Task<int> FillAsync(Guid meetingId)
    {
        await using var scope = _ward.Database.Scope(_ward.Organisation.Id);
        var file = await scope.ServiceProvider.GetRequiredService<MeetingReader>().OpenAsync(_ward.Focal, meetingId);
        return await scope.ServiceProvider.GetRequiredService<MeetingPlanner>().FillAgendaAsync(_ward.Focal, file!.Meeting, file.Kind);
    }

    private Task<MeetingFile?> OpenAsync(Actor actor, Guid meetingId) => _ward.WithAsync((MeetingReader reader) => reader.OpenAsync(actor, meetingId));

    private async Task ChangeAsync(Guid meetingId, Action<Meeting> change)
    {
        await using var scope = _ward.Database.Scope(_ward.Organisation.Id);
        var file = await scope.ServiceProvider.GetRequiredService<MeetingReader>().OpenAsync(_ward.Focal, meetingId);
        change(file!.Meeting);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        db.AddRange(file.Meeting.Conclusions.Where(one => db.Entry(one).State == EntityState.Detached));
        db.AddRange(file.Meeting.Proposals.Where(one => db.Entry(one).State == EntityState.Detached));
        await db.SaveAsync(_ward.Focal.To("meetings.test"));
    }

    private async Task<Conclusion> ConcludeAsync(Guid meetingId)
    {
        var conclusion = new Conclusion
        {
            OrganisationId = _ward.Organisation.Id, MeetingId = meetingId, Position = 1, Text = "Công khai danh sách trước ngày 20/4", UnitId = _ward.Culture.Id, PersonId = _ward.CultureHead.PersonId, DueOn = new DateOnly(2026, 4, 20),
        };
        await ChangeAsync(meetingId, one => one.Conclusions.Add(conclusion));
        return conclusion;
    }

    private async Task<IEnumerable<Guid>> MineAsync(Actor actor) =>
        (await _ward.WithAsync((ConclusionList list) => list.OpenAsync(actor, mine: true))).Select(line => line.Conclusion.Id);

    private async Task<IEnumerable<CadenceGap>> MissingAsync(string kind) =>
        (await _ward.WithAsync((MeetingCalendar calendar) => calendar.MissingAsync(_ward.Focal))).Where(one => one.Kind.Code == kind).Select(one => one.Gap);

    private static string Print(MeetingFile file)
    {
        using var docx = new MemoryStream();
        MinutesPaper.WriteDocx(file.Meeting, file.Names, docx);
        using var document = WordprocessingDocument.Open(docx, false);
        return document.MainDocumentPart!.Document!.InnerText;
    }
}
