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

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What the form shows for an item: as typed before a refusal, else as saved.</summary>
    public string? Typed(AgendaItem item) => Said.TryGetValue(item.Id, out var said) ? said : item.Discussion;

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

        if (!await TrySaveAsync(db, Version, "meetings.note"))
        {
            return Page();
        }

        this.Say(texts["Đã lưu diễn biến."]);
        return Redirect(Path);
    }
}
