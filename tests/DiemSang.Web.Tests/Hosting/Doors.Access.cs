using DiemSang.Modules.Access;

namespace DiemSang.Web.Tests.Hosting;

public static partial class Doors
{
    private static IEnumerable<Door> Access =>
    [
        new("dang-nhap", Audience.Everyone),
        new("dang-nhap/ma-xac-thuc", Audience.Everyone),
        new("dang-nhap/quen-mat-khau", Audience.Everyone),
        new("dang-xuat", Audience.SignedIn),
        new("tai-khoan", Audience.SignedIn),
        new("tai-khoan/mat-khau", Audience.SignedIn),
        new("tai-khoan/ma-xac-thuc", Audience.SignedIn),
        new("tai-khoan/khoa-truy-cap", Audience.SignedIn),
        new("co-quan", Audience.SignedIn),
        new("co-quan/don-vi/{id:guid}", Audience.SignedIn, Unit()),
        new("co-quan/don-vi/them", Audience.Administrators),
        new("co-quan/don-vi/{id:guid}/doi-ten", Audience.Administrators, Unit("/doi-ten")),
        new("co-quan/don-vi/{id:guid}/ket-thuc", Audience.Administrators, Unit("/ket-thuc")),
        new("co-quan/nguoi", Audience.SignedIn),
        new("co-quan/nguoi/{id:guid}", Audience.SignedIn, Person()),
        new("co-quan/nguoi/them", Audience.Administrators),
        new("co-quan/nguoi/{id:guid}/sua", Audience.Administrators, Person("/sua")),
        new("co-quan/nguoi/{id:guid}/vai-tro", Audience.Administrators, Person("/vai-tro")),
        new("co-quan/nguoi/{id:guid}/mat-khau", Audience.Administrators, Person("/mat-khau")),
        new("co-quan/nguoi/{id:guid}/nghi", Audience.Administrators, Person("/nghi")),
        new("co-quan/uy-quyen", Audience.Administrators),
        new("co-quan/uy-quyen/them", Audience.Administrators),
    ];

    private static Func<WebApp, string> Unit(string rest = "") => app => $"co-quan/don-vi/{app.Division.Id}{rest}";

    private static Func<WebApp, string> Person(string rest = "") => app => $"co-quan/nguoi/{app.PersonWith(Role.Member).Id}{rest}";
}
