using DiemSang.Core.Statistics.Disclosure;
using DiemSang.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace DiemSang.Core.Tests.Statistics.Disclosure;

[Requirement("SVY-14")]
public sealed class SmallGroupsTests
{
    [Fact]
    public void Hidden_OneSmallGroup_HidesTheNextSmallestToo() =>
        SmallGroups.Hidden([40, 3, 12, 25]).ShouldBe([false, true, true, false]);

    [Fact]
    public void Hidden_SmallGroupsTogetherTooFew_HidesOneMore() =>
        SmallGroups.Hidden([2, 2, 30]).ShouldBe([true, true, true]);

    [Fact]
    public void Hidden_SmallGroupsTogetherEnough_HidesNoMore() =>
        SmallGroups.Hidden([4, 4, 30]).ShouldBe([true, true, false]);

    [Fact]
    public void Hidden_EmptyGroups_AreShown() => SmallGroups.Hidden([0, 5, 9]).ShouldBe([false, false, false]);

    [Fact]
    public void Hidden_CrossTable_CannotBeSolvedFromItsTotals()
    {
        var table = new CountTable(new[,] { { 30, 3, 20 }, { 25, 14, 11 }, { 40, 22, 9 } });
        var hidden = SmallGroups.Hidden(table);
        hidden[0, 1].ShouldBeTrue();
        Enumerable.Range(0, 4).Sum(row => Enumerable.Range(0, 4).Count(column => hidden[row, column])).ShouldBe(4);
        Solvable(table, hidden).ShouldBeEmpty();
    }

    [Fact]
    public void Hidden_RandomTables_NeverLetASmallCellBeSolved() => Prop.ForAll(Tables(), cells =>
    {
        var table = new CountTable(cells);
        var hidden = SmallGroups.Hidden(table);
        var small = Cells(table).Where(cell => table[cell.Row, cell.Column] is > 0 and < SmallGroups.Smallest).ToList();
        return small.TrueForAll(cell => hidden[cell.Row, cell.Column]) && (Total(table) < 25 || Solvable(table, hidden).Count == 0);
    }).QuickCheckThrowOnFailure();

    /// <summary>Hidden cells that follow from the shown ones: a line with a single unknown gives it away, again and again.</summary>
    private static List<(int Row, int Column)> Solvable(CountTable table, bool[,] hidden)
    {
        var unknown = Cells(table).Where(cell => hidden[cell.Row, cell.Column]).ToHashSet();
        var solved = new List<(int Row, int Column)>();
        while (unknown.Where(cell => unknown.Count(o => o.Row == cell.Row) == 1 || unknown.Count(o => o.Column == cell.Column) == 1)
            .Cast<(int Row, int Column)?>().FirstOrDefault() is { } next)
        {
            unknown.Remove(next);
            solved.Add(next);
        }

        return solved;
    }

    private static int Total(CountTable table) => table[table.Rows - 1, table.Columns - 1];

    private static IEnumerable<(int Row, int Column)> Cells(CountTable table) =>
        Enumerable.Range(0, table.Rows).SelectMany(row => Enumerable.Range(0, table.Columns).Select(column => (row, column)));

    private static Arbitrary<int[,]> Tables() => (
        from rows in Gen.Choose(2, 5)
        from columns in Gen.Choose(2, 5)
        from counts in Gen.Choose(1, 40).ArrayOf(rows * columns)
        select ToTable(counts, rows, columns)).ToArbitrary();

    private static int[,] ToTable(int[] counts, int rows, int columns)
    {
        var table = new int[rows, columns];
        Buffer.BlockCopy(counts, 0, table, 0, counts.Length * sizeof(int));
        return table;
    }
}
