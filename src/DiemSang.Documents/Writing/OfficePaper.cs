using DiemSang.Core.Planning;
using DiemSang.Documents.Writing.Charts;

namespace DiemSang.Documents.Writing;

/// <summary>What a document of an office begins with.</summary>
/// <param name="Kind">In capitals: "BIÊN BẢN".</param>
/// <param name="Subject">Trích yếu.</param>
public sealed record PaperHead(string Kind, string? Subject)
{
    public string? Superior { get; init; }
    public string? Issuer { get; init; }
    public string? Number { get; init; }

    /// <summary>"BB-UBND"; a document without symbol and number is none of the registered ones and has no number line.</summary>
    public string? Symbol { get; init; }
    public string? Place { get; init; }
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The date as a draft left it, with room for a pen: "ngày tháng 6 năm 2026".</summary>
    public string? IssuedOnText { get; init; }

    /// <summary>False for minutes (sample 1.9), which say in their text when and where.</summary>
    public bool IsDated { get; init; } = true;

    public static PaperHead Of(PlanDraft plan) => new("KẾ HOẠCH", plan.Title)
    {
        Superior = plan.Superior, Issuer = plan.Issuer, Number = plan.Number, Symbol = plan.Symbol,
        Place = plan.Place, IssuedOn = plan.IssuedOn, IssuedOnText = plan.IssuedOnText,
    };
}

/// <summary>A document of an office other than a plan: minutes, invitation, tracking sheet, brief.</summary>
public sealed record OfficePaper(PaperHead Head, IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>One on the right; of two the first stands on the left.</summary>
    public IReadOnlyList<PaperSigner> Signers { get; init; } = [];
    public IReadOnlyList<string> Recipients { get; init; } = [];
    public bool IsLandscape { get; init; }

    /// <summary>Printed behind the signature, on landscape pages of its own.</summary>
    public PaperAppendix? Appendix { get; init; }
}

/// <param name="Title">In capitals.</param>
/// <param name="AttachedTo">"(Kèm theo Quyết định số …)".</param>
public sealed record PaperAppendix(string Title, string AttachedTo, PaperBlock.Table Table);

/// <summary>A piece of the body, from top to bottom.</summary>
public abstract record PaperBlock
{
    public sealed record Heading(string Words) : PaperBlock;

    public sealed record Text(string Words) : PaperBlock;

    /// <summary>A căn cứ line, in italics.</summary>
    public sealed record Basis(string Words) : PaperBlock;

    /// <summary>A bold line in the middle: who decides, "QUYẾT ĐỊNH:".</summary>
    public sealed record Centred(string Words) : PaperBlock;

    /// <param name="Name">In bold: "Điều 1."</param>
    public sealed record Article(string Name, string Words) : PaperBlock;

    public sealed record Chart(BarChart Bars) : PaperBlock;

    public sealed record Table(IReadOnlyList<PaperColumn> Columns, IReadOnlyList<PaperRow> Rows) : PaperBlock
    {
        public Table(IReadOnlyList<PaperColumn> columns, IEnumerable<IReadOnlyList<string>> plainRows) : this(columns, [.. plainRows.Select(cells => new PaperRow(cells))])
        {
        }
    }
}

/// <param name="Share">Of the width, against the other columns.</param>
/// <param name="IsNumber">Its numbers stand flush right, so that their digits can be compared.</param>
public sealed record PaperColumn(string Title, double Share, bool IsNumber = false);

/// <param name="IsHeading">Bold: sums up the rows below it.</param>
public sealed record PaperRow(IReadOnlyList<string> Cells, bool IsHeading = false);

/// <param name="Post">In capitals: "CHỦ TỌA".</param>
public sealed record PaperSigner(string Post, string? Name)
{
    /// <summary>Printed above the post: "TM. ỦY BAN NHÂN DÂN".</summary>
    public string? Authority { get; init; }
}
