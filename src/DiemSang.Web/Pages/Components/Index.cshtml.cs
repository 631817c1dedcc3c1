using DiemSang.Modules.Shared;
using System.ComponentModel.DataAnnotations;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DiemSang.Web.Pages.Components;

/// <summary>Every part of the visual language as it is used, with the long names real communes have. Development only.</summary>
[AllowAnonymous]
public sealed class IndexModel(IHostEnvironment environment, TimeProvider clock) : PageModel
{
    [BindProperty]
    public SampleInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = PageLinksTagHelper.Parameter)]
    public int PageNumber { get; set; } = 4;

    public DateOnly Today => clock.Today();

    public IReadOnlyList<SampleTask> Tasks =>
    [
        new("1.1", "Rà soát, đơn giản hóa quy trình nội bộ giải quyết thủ tục hành chính lĩnh vực đất đai, xây dựng và môi trường",
            "Phòng Kinh tế, Hạ tầng và Đô thị", "Trung tâm Phục vụ hành chính công", Tone.Late, "Quá hạn", 40, Today.AddDays(-2)),
        new("1.2", "Niêm yết công khai đầy đủ thủ tục hành chính bằng mã QR tại bộ phận Một cửa và nhà văn hóa các tổ dân phố",
            "Trung tâm Phục vụ hành chính công", "Phòng Văn hóa - Xã hội; các tổ dân phố", Tone.Due, "Sắp đến hạn", 65, Today.AddDays(3)),
        new("2.1", "Khảo sát mức độ hài lòng của người dân, tổ chức sau mỗi lượt giao dịch",
            "Phòng Văn hóa - Xã hội", "Ủy ban Mặt trận Tổ quốc Việt Nam phường", Tone.Doing, "Đang làm", 80, Today.AddDays(40)),
        new("2.2", "Trả lời toàn bộ phản ánh, kiến nghị trên Cổng dịch vụ công đúng hạn",
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Công an phường", Tone.Blocked, "Vướng mắc", 20, Today.AddDays(12)),
        new("3.1", "Ban hành kế hoạch cải cách hành chính năm", "Phòng Văn hóa - Xã hội", "—", Tone.Done, "Hoàn thành", 100, Today.AddDays(-30)),
    ];

    public IReadOnlyList<SelectListItem> Units { get; } =
    [
        new("Chọn đơn vị", ""),
        new("Phòng Văn hóa - Xã hội", "vhxh"),
        new("Phòng Kinh tế, Hạ tầng và Đô thị", "kthtdt"),
        new("Trung tâm Phục vụ hành chính công", "ttpvhcc"),
    ];

    public IReadOnlyList<SelectListItem> States { get; } = [new("Chưa bắt đầu", "0"), new("Đang làm", "1"), new("Hoàn thành", "2"), new("Có vướng mắc", "3")];

    public IActionResult OnGet() => environment.IsDevelopment() ? Page() : NotFound();

    public IActionResult OnPost()
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        this.Say("Đã lưu biểu mẫu mẫu.");
        return RedirectToPage();
    }

    public sealed class SampleInput
    {
        [Display(Name = "Tên nhiệm vụ"), Required(ErrorMessage = "Nhập tên nhiệm vụ."), StringLength(300, ErrorMessage = "Tên dài tối đa 300 ký tự.")]
        public string? Title { get; set; } = "Rà soát quy trình nội bộ";

        [Display(Name = "Đơn vị chủ trì"), Required(ErrorMessage = "Chọn đơn vị chủ trì.")]
        public string? Unit { get; set; }

        [Display(Name = "Tỷ lệ hồ sơ đúng hạn (%)")]
        public decimal? Rate { get; set; } = 97.5m;

        [Display(Name = "Hạn hoàn thành")]
        public DateOnly? Due { get; set; } = new DateOnly(2026, 2, 5);

        [Display(Name = "Trạng thái"), Required(ErrorMessage = "Chọn trạng thái.")]
        public string State { get; set; } = "1";

        [Display(Name = "Ghi chú"), DataType(DataType.MultilineText)]
        public string? Note { get; set; }

        [Display(Name = "Gửi thông báo cho đơn vị phối hợp")]
        public bool Notify { get; set; } = true;

        [Display(Name = "Tệp kế hoạch")]
        public IFormFile? Upload { get; set; }
    }

    public sealed record SampleTask(string Code, string Title, string Lead, string Cooperators, Tone Tone, string State, decimal Percent, DateOnly Due);
}
