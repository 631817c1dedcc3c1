using DiemSang.Core.Language;

namespace DiemSang.Core.Planning;

/// <summary>Typing errors the catalog knows: shown, never corrected silently.</summary>
internal static class TypoChecks
{
    public static IEnumerable<PlanWarning> Run(PlanDraft draft, IReadOnlyList<Typo> typos)
    {
        var found = typos.Select(typo => (Typo: typo, Places: new List<(string Name, SourcePlace? Place)>())).ToList();
        foreach (var (text, name, place) in Texts(draft))
        {
            foreach (var (typo, places) in found)
            {
                if (text.Contains(typo.Seen, StringComparison.Ordinal))
                {
                    places.Add((name, place));
                }
            }
        }

        return
        [
            .. from item in found
               where item.Places.Count > 0
               select new PlanWarning("typo.known", null,
                   $"“{item.Typo.Seen}” có lẽ là “{item.Typo.Meant}” ({PlanChecks.Some(item.Places.Select(place => place.Name).Distinct())}); "
                   + "văn bản được giữ nguyên, hãy sửa nếu đúng là lỗi.",
                   item.Places[0].Place, "note"),
        ];
    }

    private static IEnumerable<(string Text, string Name, SourcePlace? Place)> Texts(PlanDraft draft) =>
        draft.Sections.Select(section => (section.Heading + "\n" + section.Text, $"mục {section.Path}", section.Source))
            .Concat(draft.Rows.Select(row => (string.Join("\n", row.Measures.Prepend(row.Target ?? "")), $"dòng {PlanChecks.RowName(row)}", row.Source)))
            .Concat(draft.Recipients.Select(recipient => (recipient.Name, "nơi nhận", recipient.Source)));
}
