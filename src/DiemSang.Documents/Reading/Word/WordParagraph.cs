namespace DiemSang.Documents.Reading.Word;

/// <summary>One paragraph as it stands in the body, in a cell or in a note.</summary>
/// <param name="Page">Page its first letter is on, by the page breaks Word left in the file.</param>
internal sealed record WordParagraph(string Text, string? Marker, bool IsBold, bool IsCentred, int Page)
{
    /// <summary>Paragraphs of text boxes anchored here.</summary>
    public IReadOnlyList<WordParagraph> Boxes { get; init; } = [];

    public IEnumerable<string> AsLines()
    {
        var first = true;
        foreach (var line in SourceText.Lines(Text))
        {
            yield return first && Marker is not null ? $"{Marker} {line}" : line;
            first = false;
        }

        foreach (var line in Boxes.SelectMany(box => box.AsLines()))
        {
            yield return line;
        }
    }
}
