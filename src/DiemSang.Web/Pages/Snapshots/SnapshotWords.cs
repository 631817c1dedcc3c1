using DiemSang.Modules.Snapshots;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Snapshots;

/// <summary>The screen's words and tones for snapshots and what moved between two of them.</summary>
public static class SnapshotWords
{
    public static string Named(this IStringLocalizer texts, Movement movement) => texts[movement switch
    {
        Movement.NewlyLate => Key("Mới quá hạn"),
        Movement.NewlyBlocked => Key("Mới vướng mắc"),
        Movement.Reopened => Key("Mở lại"),
        Movement.Added => Key("Mới thêm"),
        Movement.Gone => Key("Không còn theo dõi"),
        Movement.NewlyDone => Key("Mới hoàn thành"),
        Movement.Freed => Key("Hết quá hạn, vướng mắc"),
        Movement.Started => Key("Bắt đầu làm"),
        _ => Key("Có tiến độ"),
    }];

    public static string Named(this IStringLocalizer texts, Snapshot snapshot) => snapshot.Kind == SnapshotKind.Weekly
        ? texts["Tuần {0:dd/MM} – {1:dd/MM/yyyy}", snapshot.FromDate, snapshot.ToDate]
        : texts["Tháng {0}/{1}", snapshot.FromDate.Month, snapshot.FromDate.Year];

    public static Tone ToneOf(Movement movement) => movement switch
    {
        Movement.NewlyLate => Tone.Late,
        Movement.NewlyBlocked => Tone.Blocked,
        Movement.NewlyDone or Movement.Freed => Tone.Done,
        Movement.Started or Movement.Advanced => Tone.Doing,
        _ => Tone.Neutral,
    };
}
