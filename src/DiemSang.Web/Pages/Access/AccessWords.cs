using DiemSang.Modules.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Access;

/// <summary>The screen's words for roles and kinds of units.</summary>
public static class AccessWords
{
    public static string Of(this IStringLocalizer texts, Role role) => texts[role switch
    {
        Role.Administrator => Key("Quản trị hệ thống"),
        Role.Leader => Key("Lãnh đạo cơ quan"),
        Role.Focal => Key("Đầu mối kế hoạch"),
        Role.Head => Key("Trưởng đơn vị"),
        Role.Deputy => Key("Phó trưởng đơn vị"),
        Role.Member => Key("Công chức, viên chức"),
        _ => Key("Người xem"),
    }];

    public static string Of(this IStringLocalizer texts, UnitKind kind) => texts[kind switch
    {
        UnitKind.Leadership => Key("Lãnh đạo"),
        UnitKind.Office => Key("Văn phòng"),
        UnitKind.Service => Key("Trung tâm, đơn vị sự nghiệp"),
        UnitKind.Partner => Key("Đơn vị phối hợp, ngoài quyền chỉ đạo"),
        UnitKind.Hamlet => Key("Thôn, tổ dân phố"),
        _ => Key("Phòng, ban"),
    }];

    /// <summary>“Quyền Trưởng đơn vị – Văn phòng”.</summary>
    public static string Holding(this IStringLocalizer texts, Role role, string? unit, bool isActing)
    {
        var name = isActing ? texts["Quyền {0}", texts.Of(role)].Value : texts.Of(role);
        return unit is null ? name : $"{name} – {unit}";
    }

    public static IReadOnlyList<SelectListItem> Kinds(this IStringLocalizer texts) =>
        [.. Enum.GetValues<UnitKind>().Select(kind => new SelectListItem(texts.Of(kind), kind.ToString()))];

    public static IReadOnlyList<SelectListItem> Roles(this IStringLocalizer texts) =>
        [.. Enum.GetValues<Role>().Select(role => new SelectListItem(texts.Of(role), role.ToString()))];
}
