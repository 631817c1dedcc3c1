using DiemSang.Core.Reminders;

namespace DiemSang.Tests.Reminders;

public sealed class RecipientsTests
{
    private static readonly Guid Official = Id(1), Head = Id(2), Deputy = Id(3), Chief = Id(4), Vice = Id(5), Focal = Id(6);
    private static readonly Posts Full = new(Official, [Head], [Deputy], [Chief], [Vice], [Focal]);

    [Fact]
    [Requirement("PLN-18")]
    public void Of_EverybodyHere_IsWhoHoldsThePost()
    {
        Recipients.Of(Audience.Responsible, Full, Absences.None).ShouldBe([Official]);
        Recipients.Of(Audience.Responsible, Full with { Named = null }, Absences.None).ShouldBe([Head]);
        Recipients.Of(Audience.Head, Full, Absences.None).ShouldBe([Head]);
        Recipients.Of(Audience.Leader, Full, Absences.None).ShouldBe([Chief]);
    }

    [Fact]
    public void Of_HeadAway_IsTheDeputy() => Recipients.Of(Audience.Head, Full, Away(Head)).ShouldBe([Deputy]);

    [Fact]
    public void Of_MandateGiven_IsWhoHoldsIt()
    {
        var mandates = Away() with { Mandates = new Dictionary<Guid, Guid> { [Head] = Focal, [Chief] = Vice } };

        Recipients.Of(Audience.Head, Full, mandates).ShouldBe([Focal]);
        Recipients.Of(Audience.Leader, Full, mandates).ShouldBe([Vice]);
    }

    [Fact]
    public void Of_OfficialAway_IsTheHead() => Recipients.Of(Audience.Responsible, Full, Away(Official)).ShouldBe([Head]);

    [Fact]
    public void Of_UnitWithoutHead_IsStillSomebody()
    {
        Recipients.Of(Audience.Responsible, new Posts(null, [], [], [], [], [Focal]), Absences.None).ShouldBe([Focal]);
        Recipients.Of(Audience.Leader, new Posts(null, [], [], [], [], []), Absences.None).ShouldBeEmpty();
    }

    [Fact]
    public void Of_EverybodyAway_IsWhoIsFirstInLine() =>
        Recipients.Of(Audience.Head, Full, Away(Head, Deputy, Chief, Vice, Focal)).ShouldBe([Head]);

    [Fact]
    public void Of_MandatesInACircle_IsTheNextPost()
    {
        var circle = Away() with { Mandates = new Dictionary<Guid, Guid> { [Head] = Deputy, [Deputy] = Head } };

        Recipients.Of(Audience.Head, Full, circle).ShouldBe([Chief]);
    }

    private static Absences Away(params Guid[] people) => new(people.ToHashSet(), new Dictionary<Guid, Guid>());

    private static Guid Id(byte number) => new(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, number]);
}
