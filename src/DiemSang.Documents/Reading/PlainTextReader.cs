namespace DiemSang.Documents.Reading;

/// <summary>
/// Plain text: one paragraph a line, tables as lines with tabs (or Markdown pipes), with the marks that text taken out of a PDF by
/// a converter carries (<c>**</c>, <c>###</c>, <c>&lt;ul&gt;</c>). A blank line ends a table, as a page break does.
/// </summary>
internal static class PlainTextReader
{
    public static SourceDocument Read(string text, ReadContext context)
    {
        var builder = new TextBlocks(context);
        var line = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            context.ThrowIfStopped();
            line++;
            builder.Add(raw, line);
        }

        return new SourceDocument(SourceFormat.Text, builder.Build());
    }
}
