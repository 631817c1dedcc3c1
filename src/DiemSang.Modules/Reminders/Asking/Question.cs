using DiemSang.Core.Reminders;

namespace DiemSang.Modules.Reminders.Asking;

/// <summary>One person asked about one piece of work, before it is written down.</summary>
public sealed record Question(StaffMember Person, OpenWork Work, DueStep Step, NotificationKind Kind);

internal static class Questions
{
    /// <summary>
    /// Whom to ask about a piece of work. A person who is to do the work is not told of it a second time as its head, nor a head as the leader.
    /// </summary>
    public static IEnumerable<Question> About(OpenWork work, IReadOnlyList<DueStep> reached, Staff staff)
    {
        var asked = new HashSet<Guid>();
        foreach (var step in reached)
        {
            foreach (var person in staff.Of(step.Step.Audience, work).Where(person => asked.Add(person.Id)))
            {
                yield return new Question(person, work, step, KindOf(work, step.Step.Audience));
            }
        }
    }

    private static NotificationKind KindOf(OpenWork work, Audience audience) =>
        work.IsOfPartner ? NotificationKind.Request
        : audience == Audience.Responsible ? NotificationKind.Reminder
        : NotificationKind.Escalation;
}
