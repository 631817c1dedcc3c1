using System.Text.RegularExpressions;
using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Modules.Access;

namespace DiemSang.Modules.Plans.Reviewing;

/// <summary>
/// Which unit a printed name stands for: by its exact name, a former name, a wording a person confirmed or its short name, with or
/// without the level at the end ("… phường"). Similar names are never merged by guess (ORG-10); they are offered to a person.
/// </summary>
public sealed partial class UnitMatcher
{
    private const int MostCandidates = 5;

    private readonly IReadOnlyList<Unit> _units;
    private readonly BodyNames _bodies;
    private readonly string[] _levels;
    private readonly Dictionary<string, Guid?> _byName = [];

    /// <param name="units">Open and closed units of one organisation.</param>
    /// <param name="names">Their former names and confirmed wordings.</param>
    /// <param name="levels">Folded endings that may be left out: "phuong", "phuong binh minh".</param>
    public UnitMatcher(IReadOnlyList<Unit> units, IReadOnlyList<UnitName> names, IReadOnlyList<string> levels, BodyNames bodies)
    {
        _units = units;
        _bodies = bodies;
        _levels = [.. levels.OrderByDescending(level => level.Length)];
        foreach (var unit in units)
        {
            Know(unit.Name, unit);
            Know(unit.ShortName, unit);
        }

        foreach (var name in names)
        {
            Know(name.Name, units.Single(unit => unit.Id == name.UnitId));
        }
    }

    /// <summary>The unit of this name; null when none has it, or when two do.</summary>
    public Guid? Find(string printedName) => _byName.GetValueOrDefault(KeyOf(printedName));

    /// <summary>"Các cơ quan, đơn vị liên quan" and its like: every unit answers for itself (PLN-12, PLN-13).</summary>
    public bool IsAllUnits(string printedName) => _bodies.IsCollective(printedName);

    /// <summary>Open units that share words with the name, most first: for a person to choose from, never taken by themselves.</summary>
    public IReadOnlyList<Unit> Near(string printedName)
    {
        var words = Words(printedName);
        return
        [
            .. _units.Where(unit => unit.ClosedOn is null)
                .Select(unit => (Unit: unit, Shared: Words(unit.Name).Intersect(words).Count()))
                .Where(found => found.Shared > 1)
                .OrderByDescending(found => found.Shared)
                .ThenBy(found => found.Unit.SortOrder)
                .Take(MostCandidates)
                .Select(found => found.Unit),
        ];
    }

    private void Know(string name, Unit unit)
    {
        if (SuccessorOf(unit) is not { } successor)
        {
            return;
        }

        var key = KeyOf(name);
        _byName[key] = _byName.TryGetValue(key, out var known) && known != successor.Id ? null : successor.Id;
    }

    /// <summary>The open unit that carries on: itself, or the one it was merged into. Null when it was closed for good.</summary>
    private Unit? SuccessorOf(Unit unit)
    {
        var seen = new HashSet<Guid>();
        while (unit.ClosedOn is not null && seen.Add(unit.Id))
        {
            if (_units.FirstOrDefault(other => other.Id == unit.MergedIntoId) is not { } next)
            {
                return null;
            }

            unit = next;
        }

        return unit.ClosedOn is null ? unit : null;
    }

    /// <summary>Folded, with one spelling of dashes, "&amp;" and commas, and without the level at the end.</summary>
    private string KeyOf(string name)
    {
        var folded = VietnameseText.Fold(Joiners().Replace(name.Replace("&", " và "), match => match.Value.Trim() == "," ? ", " : " - ")).Trim(' ', '.', ';', ',');
        var level = _levels.FirstOrDefault(ending => folded.EndsWith(" " + ending, StringComparison.Ordinal));
        return level is null ? folded : folded[..^(level.Length + 1)];
    }

    private static HashSet<string> Words(string name) =>
        [.. VietnameseText.Fold(name).Split([' ', ',', '-', '.', '&'], StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"\s*[-–—]\s*|\s*,\s*")]
    private static partial Regex Joiners();
}
