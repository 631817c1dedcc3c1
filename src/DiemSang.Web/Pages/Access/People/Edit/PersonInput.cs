using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Access;

namespace DiemSang.Web.Pages.Access.People.Edit;

/// <summary>What is known of a person, for adding and changing.</summary>
public sealed class PersonInput
{
    public const string PhonePattern = @"[0-9 +.()-]{8,20}";
    public const string PhoneMessage = "Số điện thoại chỉ gồm chữ số, ít nhất 8 số.";

    [Display(Name = "Họ và tên"), Required(ErrorMessage = "Nhập họ và tên."), StringLength(Person.NameMaxLength, ErrorMessage = "Tên dài tối đa 100 ký tự.")]
    public string? FullName { get; set; }

    [Display(Name = "Chức vụ"), StringLength(200, ErrorMessage = "Chức vụ dài tối đa 200 ký tự.")]
    public string? Post { get; set; }

    [Display(Name = "Thư điện tử"), EmailAddress(ErrorMessage = "Địa chỉ thư chưa đúng, ví dụ: ten@huyen.gov.vn.")]
    public string? Email { get; set; }

    [Display(Name = "Điện thoại"), RegularExpression(PhonePattern, ErrorMessage = PhoneMessage)]
    public string? Phone { get; set; }

    public int Version { get; set; }

    public static PersonInput Of(Person person) => new()
    {
        FullName = person.FullName,
        Post = person.Post,
        Email = person.Email,
        Phone = person.Phone,
        Version = person.Version,
    };

    public void CopyTo(Person person)
    {
        person.Rename(FullName!);
        person.Post = Post;
        person.Email = Email;
        person.Phone = Phone;
    }
}
