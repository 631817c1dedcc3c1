using DiemSang.Core.Language;

namespace DiemSang.Core.Planning;

/// <summary>How like two names are: for proposing to a person which row may carry out which, never for joining them.</summary>
public enum Likeness { None, Near, Same }

/// <summary>
/// Compares names of rows folded and without punctuation. Near: the Dice coefficient of their pairs of neighbouring words (Dice 1945,
/// "Measures of the amount of ecologic association between species") is at least one half.
/// </summary>
public static class RowLikeness
{
    private const double NearFrom = 0.5;
    private static readonly char[] Punctuation = [' ', ',', '-', '–', '(', ')', ';', ':', '.', '/', '"', '“', '”'];

    /// <returns><see cref="Likeness.None"/> also where a name has no words.</returns>
    public static Likeness Of(string one, string other)
    {
        var (first, second) = (Words(one), Words(other));
        return first.Length == 0 || second.Length == 0 ? Likeness.None
            : first.SequenceEqual(second) ? Likeness.Same
            : Dice(first, second) >= NearFrom ? Likeness.Near
            : Likeness.None;
    }

    private static double Dice(string[] one, string[] other)
    {
        var (first, second) = (Pairs(one), Pairs(other));
        return first.Count + second.Count == 0 ? 0 : 2.0 * first.Intersect(second).Count() / (first.Count + second.Count);
    }

    private static HashSet<(string, string)> Pairs(string[] words) => [.. words.Zip(words.Skip(1))];

    private static string[] Words(string text) => VietnameseText.Fold(text).Split(Punctuation, StringSplitOptions.RemoveEmptyEntries);
}
