using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.Minutes;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Meetings;

/// <summary>What was said on each item, and items added on the way.</summary>
public sealed class AgendaModel(MeetingReader reader, DiemSangDbContext db, IStringLocalizer texts) : MeetingPage(reader)
{
    [BindProperty]
    public Dictionary<Guid, string?> Said { get; set; } = [];

    [BindProperty, Display(Name = "Thêm mục"), StringLength(AgendaItem.TextMaxLength, ErrorMessage = "Mục dài tối đa 1.000 ký tự.")]
    public string? NewItem { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || Said.Values.Any(text => text?.Length > AgendaItem.DiscussionMaxLength))
        {
            return Refused();
        }

        foreach (var item in Meeting.Agenda.Where(item => Said.ContainsKey(item.Id)))
        {
            item.Discussion = Said[item.Id];
        }

        if (NewItem is not null)
        {
            db.Add(Meeting.AddItem(NewItem));
        }

        await db.SaveAsync(Actor.To("meetings.note"));
        this.Say(texts["Đã lưu diễn biến."]);
        return Redirect(Path);
    }
}
