using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Outside;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Commands.Demo;

/// <summary>Surveys that others run in the demo ward: one to come with its support given out, one over with a published result. All invented.</summary>
public sealed class DemoOutsideSurveys(IServiceProvider services)
{
    public async Task SupportAsync(string organisationCode, CancellationToken cancel)
    {
        var (focal, _) = await DemoPeople.OfAsync(services, organisationCode, cancel);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Set(focal.OrganisationId);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        var units = await db.Units.Where(unit => unit.OrganisationId == focal.OrganisationId && unit.Kind == UnitKind.Division).OrderBy(unit => unit.SortOrder).ToListAsync(cancel);
        var today = TimeProvider.System.Today();
        var coming = Coming(focal, today);
        db.AddRange(
            coming,
            new SupportTask { OrganisationId = focal.OrganisationId, OutsideSurveyId = coming.Id, Text = "Thông báo lịch điều tra trên loa và bảng tin của ba tổ dân phố", UnitId = units[0].Id, PersonId = focal.PersonId, DueOn = coming.FromDate.AddDays(-3) },
            new SupportTask { OrganisationId = focal.OrganisationId, OutsideSurveyId = coming.Id, Text = "Bố trí người dẫn đường cho điều tra viên; người dẫn đường không dự phỏng vấn", UnitId = units[^1].Id, DueOn = coming.FromDate.AddDays(-1) });
        var past = Past(focal, today);
        var shown = new SupportTask { OrganisationId = focal.OrganisationId, OutsideSurveyId = past.Id, Text = "Dẫn đường cho điều tra viên tại Tổ dân phố 2", UnitId = units[^1].Id, DueOn = past.FromDate };
        shown.Report("Đã dẫn đường đủ các buổi, không dự phỏng vấn", isDone: true, past.ToDate);
        db.AddRange(past, shown);
        await db.SaveAsync(focal.To("surveys.add-outside"), cancel);
    }

    private static OutsideSurvey Coming(Actor focal, DateOnly today) => new()
    {
        OrganisationId = focal.OrganisationId, Title = $"Điều tra xã hội học đo lường sự hài lòng của người dân năm {today.Year}", IndexCode = "SIPAS",
        Organiser = "Sở Nội vụ", GuidanceNumber = "48/HD-SNV", GuidanceOn = today.AddDays(-12),
        FromDate = today.AddDays(9), ToDate = today.AddDays(16), Area = "Tổ dân phố 1\nTổ dân phố 3\nTổ dân phố 5", Interviews = 60,
        TeamName = "Vi Thị Thảo, tổ trưởng điều tra", TeamPhone = "0900 000 148", TeamEmail = "dieutra@example.vn", ContactId = focal.PersonId,
        Notes = "Đoàn điều tra cần một phòng yên tĩnh tại nhà văn hóa mỗi tổ dân phố, buổi tối.",
    };

    private static OutsideSurvey Past(Actor focal, DateOnly today)
    {
        var from = today.AddMonths(-7);
        var survey = new OutsideSurvey
        {
            OrganisationId = focal.OrganisationId, Title = $"Khảo sát hiệu quả quản trị và hành chính công năm {from.Year}", IndexCode = "PAPI",
            Organiser = "Đơn vị nghiên cứu PAPI", FromDate = from, ToDate = from.AddDays(4), Area = "Tổ dân phố 2", ContactId = focal.PersonId,
        };
        survey.Note(new OfficialResult("Tỉnh đạt 43,2 trên 80 điểm; không công bố riêng cho xã, phường", "Báo cáo PAPI (số liệu giả định của bản dùng thử)", null, from.AddMonths(4)));
        return survey;
    }
}
