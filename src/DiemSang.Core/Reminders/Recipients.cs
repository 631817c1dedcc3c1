namespace DiemSang.Core.Reminders;

/// <summary>Who holds which post today, as far as one piece of work is concerned. Acting heads are heads.</summary>
/// <param name="Named">The official the work was given to by name; null when it stays with the unit.</param>
/// <param name="Chiefs">The leaders who stand at the top: asked before the other leaders.</param>
/// <param name="Focals">Those who run the plan: they are told when nobody else is left.</param>
public sealed record Posts(
    Guid? Named, IReadOnlyList<Guid> Heads, IReadOnlyList<Guid> Deputies, IReadOnlyList<Guid> Chiefs, IReadOnlyList<Guid> Leaders, IReadOnlyList<Guid> Focals);

/// <summary>Who is not here today, and who acts for whom.</summary>
/// <param name="Away">People who are away without having named anybody.</param>
/// <param name="Mandates">From the person who handed over the duties to the one who holds them.</param>
public sealed record Absences(IReadOnlySet<Guid> Away, IReadOnlyDictionary<Guid, Guid> Mandates)
{
    public static readonly Absences None = new(new HashSet<Guid>(), new Dictionary<Guid, Guid>());

    /// <summary>The person, or whoever acts in the end; null when that one is away too, or the mandates run in a circle.</summary>
    public Guid? Present(Guid person)
    {
        var seen = new HashSet<Guid>();
        var present = person;
        while (Mandates.TryGetValue(present, out var next))
        {
            if (!seen.Add(present))
            {
                return null;
            }

            present = next;
        }

        return Away.Contains(present) ? null : present;
    }
}

/// <summary>Finds the people of an audience: those who hold the post, whoever acts for them, or else the next post that somebody fills.</summary>
public static class Recipients
{
    /// <returns>At least one person when any post is filled: where everybody is away, those first in line.</returns>
    public static IReadOnlyList<Guid> Of(Audience audience, Posts posts, Absences absences)
    {
        var line = Line(audience, posts).Where(people => people.Count > 0).ToList();
        var here = line.Select(people => Here(people, absences)).FirstOrDefault(people => people.Count > 0);
        return here ?? line.FirstOrDefault() ?? [];
    }

    private static IEnumerable<IReadOnlyList<Guid>> Line(Audience audience, Posts posts) => audience switch
    {
        Audience.Responsible => [posts.Named is { } named ? [named] : [], posts.Heads, posts.Deputies, posts.Focals],
        Audience.Head => [posts.Heads, posts.Deputies, posts.Chiefs, posts.Leaders, posts.Focals],
        Audience.Leader => [posts.Chiefs, posts.Leaders, posts.Focals],
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };

    private static List<Guid> Here(IReadOnlyList<Guid> people, Absences absences) =>
        [.. people.Select(absences.Present).OfType<Guid>().Distinct()];
}
