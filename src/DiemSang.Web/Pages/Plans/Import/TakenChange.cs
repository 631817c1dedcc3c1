using DiemSang.Modules.Plans.Importing;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Import;

/// <summary>The heading of one change, with the box that takes it.</summary>
public sealed record TakenChange(string Key, string Label, Tone Tone, string Word, bool MayTake)
{
    public static TakenChange Of(RowChange row, IStringLocalizer texts, bool mayTake) => row.Kind switch
    {
        RowChangeKind.Added => new(row.Key, row.Label, Tone.Done, texts["Dòng thêm"], mayTake),
        RowChangeKind.Removed => new(row.Key, row.Label, Tone.Late, texts["Không còn trong tệp: sẽ bỏ"], mayTake),
        _ => new(row.Key, row.Label, Tone.Doing, texts["Thay đổi"], mayTake),
    };
}
