namespace DiemSang.Documents.Reading.Pages;

/// <summary>A rectangle on a page, in points from the top left corner.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;
    public double Height => Bottom - Top;
    public double CentreX => (Left + Right) / 2;
    public double CentreY => (Top + Bottom) / 2;

    public bool HasCentreOf(Box other) => other.CentreX >= Left && other.CentreX < Right && other.CentreY >= Top && other.CentreY < Bottom;

    public Box With(Box other) => new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>A word where it stands.</summary>
/// <param name="Confidence">0–100 from optical recognition; null for text that was typed.</param>
internal sealed record PageWord(string Text, Box Box, int? Confidence);

/// <summary>A page as found: words and the drawn lines.</summary>
internal sealed record PageContent(int Number, double Width, double Height, IReadOnlyList<PageWord> Words, IReadOnlyList<RuledTable> Tables);
