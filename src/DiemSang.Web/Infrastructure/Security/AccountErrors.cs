using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Infrastructure.Security;

/// <summary>Identity's refusals as sentences that say what to do.</summary>
public sealed class AccountErrors(IStringLocalizer texts) : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), texts["Mật khẩu cần ít nhất {0} ký tự. Ví dụ: ghép vài từ dễ nhớ với bạn.", length]);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Say(nameof(PasswordRequiresUniqueChars), texts["Mật khẩu cần ít nhất {0} ký tự khác nhau.", uniqueChars]);

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), texts["Mật khẩu hiện tại không đúng. Nhập lại."]);

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), texts["Tên đăng nhập “{0}” đã có người dùng. Chọn tên khác.", userName]);

    public override IdentityError InvalidUserName(string? userName) =>
        Say(nameof(InvalidUserName), texts["Tên đăng nhập chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch ngang; không có khoảng trắng."]);

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), texts["Tài khoản vừa được sửa ở nơi khác. Tải lại trang rồi làm lại."]);

    public override IdentityError DefaultError() => Say(nameof(DefaultError), texts["Chưa làm được việc này. Thử lại; nếu vẫn lỗi, báo người quản trị."]);

    private static IdentityError Say(string code, string sentence) => new() { Code = code, Description = sentence };
}
