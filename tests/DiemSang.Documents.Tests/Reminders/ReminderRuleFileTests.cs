using DiemSang.Core.Reminders;
using DiemSang.Documents.Reminders;

namespace DiemSang.Tests.Reminders;

public sealed class ReminderRuleFileTests
{
    [Fact]
    public void Default_AsShipped_AsksBeforeOnAndAfterThenHeadThenLeader()
    {
        var rule = ReminderRuleFile.Default;

        rule.Steps.Select(step => step.Audience).Distinct().ShouldBe([Audience.Responsible, Audience.Head, Audience.Leader]);
        rule.Steps.Select(step => Math.Sign(step.WorkingDays)).Distinct().ShouldBe([-1, 0, 1]);
        rule.Steps.Select(step => step.Code).ShouldBeUnique();
        rule.PartnerSteps.ShouldAllBe(step => step.Audience == Audience.Responsible, "partners are not reported to anybody");
        rule.Quiet.Contains(rule.DigestAt).ShouldBeFalse();
        rule.Lead.ShouldBe(5);
    }
}
