using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Reading.Markup;

/// <summary>HTML → blocks. Nothing is fetched and no script runs; what the page hides is left out.</summary>
internal sealed class HtmlReader(ReadContext context)
{
    private const int MaxDepth = 400;
    private const int MaxElements = 1_000_000;

    private readonly List<SourceBlock> _blocks = [];
    private readonly ListMarkers _markers = new();
    private readonly StringBuilder _pending = new();
    private bool _pendingIsBold = true;
    private IElement? _pendingIn;
    private string? _marker;
    private int _paragraphs;
    private int _tables;

    public static SourceDocument Read(byte[] bytes, ReadContext context)
    {
        var reader = new HtmlReader(context);
        var body = Parse(bytes, context).Body;
        if (body is not null)
        {
            reader.ReadChildren(body, 0);
            reader.Flush();
        }

        return new SourceDocument(SourceFormat.Html, reader._blocks);
    }

    private static IDocument Parse(byte[] bytes, ReadContext context)
    {
        var elements = 0;
        var options = new HtmlParserOptions
        {
            IsScripting = false,
            OnCreated = (_, _) =>
            {
                context.ThrowIfStopped();
                if (++elements > MaxElements)
                {
                    throw Unreadable.TooMuchText();
                }
            },
        };
        NestingGuard.Check(bytes);
        return new HtmlParser(options).ParseDocument(new MemoryStream(bytes));
    }

    private void ReadChildren(INode parent, int depth)
    {
        if (depth > MaxDepth)
        {
            throw Unreadable.TooDeep();
        }

        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                AppendText(text);
            }
            else if (node is IElement element && !HtmlTraits.IsHidden(element))
            {
                ReadElement(element, depth + 1);
            }
        }
    }

    private void ReadElement(IElement element, int depth)
    {
        switch (element.LocalName)
        {
            case "br":
                _pending.Append('\n');
                break;
            case "table":
                Flush();
                ReadTable(element, depth);
                break;
            case "li":
                Flush();
                _marker = _markers.Next(element);
                ReadChildren(element, depth);
                Flush();
                break;
            default:
                ReadPlain(element, depth);
                break;
        }
    }

    private void ReadPlain(IElement element, int depth)
    {
        var isBlock = HtmlTraits.IsBlock(element);
        if (isBlock)
        {
            Flush();
        }

        ReadChildren(element, depth);
        if (isBlock)
        {
            Flush();
        }
    }

    private void AppendText(IText text)
    {
        _pendingIn ??= text.ParentElement;
        _pendingIsBold &= string.IsNullOrWhiteSpace(text.Data) || HtmlTraits.IsBold(text.ParentElement);
        _pending.Append(HtmlTraits.Collapse(text.Data));
    }

    private void Flush()
    {
        var text = SourceText.Clean(_pending.ToString());
        if (text.Length > 0)
        {
            context.CountText(text.Length);
            _blocks.Add(new ParagraphBlock(new SourcePlace { Paragraph = ++_paragraphs, Block = _blocks.Count + 1 }, text)
            {
                IsBold = _pendingIsBold,
                IsCentred = HtmlTraits.IsCentred(_pendingIn),
                ListMarker = _marker,
            });
            _marker = null;
        }

        _pending.Clear();
        _pendingIsBold = true;
        _pendingIn = null;
    }

    /// <summary>Pages laid out with tables have one cell a row with blocks inside: those are read as if the table were not there.</summary>
    private void ReadTable(IElement table, int depth)
    {
        var rows = HtmlTable.RowsOf(table);
        if (rows.All(row => row.Count == 1) && table.QuerySelector("table") is not null)
        {
            foreach (var cell in rows.SelectMany(row => row))
            {
                ReadChildren(cell, depth);
                Flush();
            }

            return;
        }

        var place = new SourcePlace { Table = _tables + 1, Block = _blocks.Count + 1 };
        var read = new HtmlTable(context, _markers, depth).Read(rows, place);
        if (read.Count > 0)
        {
            _tables++;
            _blocks.Add(new TableBlock(place, read));
        }
    }
}
