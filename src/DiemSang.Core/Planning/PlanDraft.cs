namespace DiemSang.Core.Planning;

/// <summary>
/// What a reader understood of a plan document, whatever its format: nothing here is saved until a person has looked at it.
/// Its JSON form (camelCase names) is printed by <c>diemsang plan read --json</c> and is a public contract: names may be added, never changed.
/// </summary>
public sealed record PlanDraft
{
    /// <summary>The plan's trích yếu on one line, as printed, e.g. "Nâng cao Chỉ số cải cách hành chính (PAR INDEX) …".</summary>
    public string? Title { get; init; }

    /// <summary>Number without its symbol, as printed ("64", "05"); null in a draft whose number is blank.</summary>
    public string? Number { get; init; }

    /// <summary>Symbol after the slash: "KH-UBND", "KH-TTr".</summary>
    public string? Symbol { get; init; }

    /// <summary>Day of issue; null when day, month or year is blank (ORG-08).</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The date line as printed when it is incomplete: "ngày tháng 01 năm 2026".</summary>
    public string? IssuedOnText { get; init; }

    /// <summary>The issuing body, e.g. "Ủy ban nhân dân phường An Tường".</summary>
    public string? Issuer { get; init; }

    /// <summary>The superior printed above the issuer, or null (the line is optional).</summary>
    public string? Superior { get; init; }

    /// <summary>Địa danh before the date: "An Tường".</summary>
    public string? Place { get; init; }

    public PlanPeriod? Period { get; init; }

    /// <summary>Codes of the indices the plan covers, in the order of the title: PAR, SIPAS, PAPI (PLN-01).</summary>
    public IReadOnlyList<string> Indices { get; init; } = [];

    /// <summary>Higher plans this one carries out (PLN-02).</summary>
    public IReadOnlyList<DocumentReference> Parents { get; init; } = [];

    /// <summary>Every other document cited, once each, in the order of first citation (PLN-03).</summary>
    public IReadOnlyList<DocumentReference> LegalBases { get; init; } = [];

    public IReadOnlyList<PlanTarget> Targets { get; init; } = [];

    /// <summary>Contents and criteria the plan lists under an index ("08 nội dung: …"), whether or not a row works on them (PLN-07).</summary>
    public IReadOnlyList<PlanContent> Contents { get; init; } = [];

    /// <summary>Headings and their text, in document order (PLN-04, PLN-05).</summary>
    public IReadOnlyList<PlanSection> Sections { get; init; } = [];

    /// <summary>Appendix rows; for a plan without a readable appendix, each duty in prose as a proposed row.</summary>
    public IReadOnlyList<PlanDraftRow> Rows { get; init; } = [];

    /// <summary>Appendices that hold a table, with what their headings say.</summary>
    public IReadOnlyList<PlanAppendix> Appendices { get; init; } = [];

    public IReadOnlyList<ReportDeadline> ReportDeadlines { get; init; } = [];
    public IReadOnlyList<PlanRecipient> Recipients { get; init; } = [];
    public PlanSignature? Signature { get; init; }

    /// <summary>True when the text came from optical recognition: number, date and symbol must then be confirmed by a person.</summary>
    public bool IsOcr { get; init; }

    public IReadOnlyList<PlanWarning> Warnings { get; init; } = [];
}

/// <summary>First and last year, inclusive: 2026–2030; a yearly plan has the same year twice.</summary>
/// <param name="Text">Wording that narrows it, e.g. "6 tháng cuối năm 2025"; null when there is none.</param>
public sealed record PlanPeriod(int From, int To, string? Text = null);

/// <summary>A document named by kind, number, symbol, date and issuer. Unknown parts are null.</summary>
/// <param name="Kind">Vietnamese name of the kind as cited: "Kế hoạch", "Nghị quyết", "Luật".</param>
/// <param name="Number">"146"; null for a law cited by name.</param>
/// <param name="Symbol">"KH-UBND", "NQ-CP", "QĐ-TTg", "2025/NĐ-CP".</param>
/// <param name="Subject">What the document is about when the citation says so.</param>
public sealed record DocumentReference(
    string? Kind, string? Number, string? Symbol, DateOnly? Date, string? Issuer, string? Subject, string Text, SourcePlace? Source = null);

/// <summary>One target of one index or of one content of it (PLN-06, PLN-07).</summary>
/// <param name="Index">PAR, SIPAS or PAPI.</param>
/// <param name="Content">Name of the content it is scoped to, or null for the whole index.</param>
/// <param name="Kind">One of <see cref="TargetKind"/>.</param>
/// <param name="Value">The number: percent, points or (for ranks) the better bound; null for a tier or an improvement.</param>
/// <param name="Upper">The worse bound of a rank range, or the size of the field in "top 10 of n"; null otherwise.</param>
/// <param name="Unit">"%", "điểm", "hạng"; null where none is meant.</param>
/// <param name="Text">The words of the plan.</param>
public sealed record PlanTarget(
    string? Index, string? Content, string Kind, decimal? Value, decimal? Upper, string? Unit, string Text, SourcePlace? Source = null)
{
    /// <summary>Number of bodies ranked, when the plan says "20 đến 35/124": 124.</summary>
    public int? Among { get; init; }

    /// <summary>Points of the whole scale, when the plan says "5/10 điểm": 10.</summary>
    public decimal? OutOf { get; init; }
}

/// <summary>A content of an index: one of the parts its points come from.</summary>
/// <param name="Number">As printed: "(6)" → "6"; null when the list is not numbered.</param>
public sealed record PlanContent(string? Index, string? Number, string Name, SourcePlace? Source = null);

/// <param name="Number">From 1, in document order: <see cref="PlanDraftRow.Appendix"/>.</param>
/// <param name="Title">Its heading lines joined: "PHỤ LỤC CÁC NHIỆM VỤ … (Kèm theo Kế hoạch số …)".</param>
public sealed record PlanAppendix(int Number, string Title, SourcePlace? Source = null);

/// <summary>Kinds of target, as printed in JSON.</summary>
public static class TargetKind
{
    /// <summary>≥ value.</summary>
    public const string AtLeast = "atLeast";

    /// <summary>&gt; value (strict).</summary>
    public const string MoreThan = "moreThan";

    /// <summary>≤ value.</summary>
    public const string AtMost = "atMost";

    /// <summary>At least this many points of the index's own scale.</summary>
    public const string Score = "score";

    /// <summary>A floor that each content must reach.</summary>
    public const string Floor = "floor";

    /// <summary>Rank between value and upper, inclusive.</summary>
    public const string RankRange = "rankRange";

    /// <summary>A named group such as "Trung bình cao" or better; the name is in the text.</summary>
    public const string Tier = "tier";

    /// <summary>Among the first n.</summary>
    public const string TopN = "topN";

    /// <summary>Better than last year, without a number.</summary>
    public const string BetterThanLastYear = "betterThanLastYear";
}

/// <param name="Level">1 for "I.", 2 for "1.", 3 for "1.1" or "a)".</param>
/// <param name="Heading">"" for a numbered paragraph without a heading of its own.</param>
/// <param name="Text">Its paragraphs, one a line.</param>
public sealed record PlanSection(int Level, string? Code, string Heading, string Text, SourcePlace? Source = null)
{
    /// <summary>Where it stands among the others: "III.6", "II.1.a".</summary>
    public string Path { get; init; } = Code ?? "";
}

/// <summary>One appendix row as read (PLN-09, PLN-10): index → content → row, with every bullet a measure of its own.</summary>
public sealed record PlanDraftRow
{
    /// <summary>PAR, SIPAS, PAPI, or null when the row stands under no index.</summary>
    public string? Index { get; init; }

    /// <summary>Code of the content the row stands under ("1" above "1.1"), or null where rows hang directly under the index.</summary>
    public string? ContentCode { get; init; }
    public string? Content { get; init; }

    /// <summary>The row's own STT as printed: "1.1", "7", "a)".</summary>
    public string? Code { get; init; }

    /// <summary>Chỉ số/nội dung.</summary>
    public string Title { get; init; } = "";

    /// <summary>Chỉ tiêu/kết quả.</summary>
    public string? Target { get; init; }

    /// <summary>The figures in <see cref="Target"/>: "100% hồ sơ …" is at least 100 %.</summary>
    public IReadOnlyList<PlanTarget> Figures { get; init; } = [];

    /// <summary>Nhiệm vụ/giải pháp, one entry per bullet; an introducing line ending in ":" is kept in <see cref="MeasuresIntro"/>.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];
    public string? MeasuresIntro { get; init; }

    /// <summary>Cơ quan chủ trì, split into bodies (PLN-11); "Các cơ quan, đơn vị liên quan" stays one entry.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>Cơ quan phối hợp (PLN-12).</summary>
    public IReadOnlyList<string> Cooperators { get; init; } = [];

    public RowDeadline Deadline { get; init; } = RowDeadline.None;

    /// <summary>Which appendix of the document, from 1; 0 for a row proposed from prose.</summary>
    public int Appendix { get; init; }

    /// <summary>True for a row proposed from prose: a person must accept it.</summary>
    public bool Proposed { get; init; }

    public SourcePlace? Source { get; init; }

    /// <summary>Every place the row was put together from, when page breaks cut it into several.</summary>
    public IReadOnlyList<SourcePlace> Parts { get; init; } = [];
}

/// <summary>When a row is due (PLN-15). Kinds are those of <see cref="DeadlineKind"/>.</summary>
/// <param name="Text">As printed; "" when the cell is empty.</param>
/// <param name="Date">Last good day; null for kinds that have none yet. For <c>yearly</c>, the first occurrence is computed from month and day.</param>
public sealed record RowDeadline(string Kind, string Text, DateOnly? Date)
{
    public static readonly RowDeadline None = new(DeadlineKind.None, "", null);

    /// <summary>First good day for a period ("quý I" → 01/01), when there is one.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Month and day of a yearly deadline (31/12 → 12 and 31).</summary>
    public int? Month { get; init; }
    public int? Day { get; init; }

    /// <summary>Further dates when the cell names several ("trước 15/6 và 15/12").</summary>
    public IReadOnlyList<DateOnly> Others { get; init; } = [];

    /// <summary>True when a plan of this year has the row: a date or window in it, or a duty without an end (continuous, yearly, regulated, event).</summary>
    public bool Touches(int year) => Kind switch
    {
        DeadlineKind.Fixed => Dates.Any(date => date.Year == year),
        DeadlineKind.Period => Dates.Any(date => date.Year == year) || (From?.Year <= year && Date?.Year >= year),
        _ => true,
    };

    /// <summary>The deadline as a plan of one year has it: of several dates only those of that year.</summary>
    public RowDeadline In(int year)
    {
        var dates = Dates.Where(date => date.Year == year).Order().ToList();
        return Kind is not (DeadlineKind.Fixed or DeadlineKind.Period) || dates.Count == 0 ? this : this with { Date = dates[^1], Others = [.. dates.SkipLast(1)] };
    }

    private IEnumerable<DateOnly> Dates => Date is { } date ? Others.Append(date) : Others;
}

/// <summary>Kinds of deadline, as printed in JSON (PLN-15).</summary>
public static class DeadlineKind
{
    /// <summary>"Thường xuyên": no end; asked for by check-ins.</summary>
    public const string Continuous = "continuous";

    /// <summary>One calendar day.</summary>
    public const string Fixed = "fixed";

    /// <summary>The same day every year: "31/12 hằng năm".</summary>
    public const string Yearly = "yearly";

    /// <summary>"Theo quy định": the law sets it.</summary>
    public const string Regulated = "regulated";

    /// <summary>Counted from another document: "Theo thông báo kết quả".</summary>
    public const string Event = "event";

    /// <summary>A month, quarter, half-year or year.</summary>
    public const string Period = "period";

    /// <summary>The cell is empty or not understood.</summary>
    public const string None = "none";
}

/// <summary>When units report (RPT): a rule, and its last good day ("trước ngày 15" → 14, "chậm nhất ngày 10" → 10).</summary>
/// <param name="Period">quarter, halfYear, year, month, adHoc, or regulated for "định kỳ … theo quy định" without a day.</param>
/// <param name="Day">Last good day of the month; null when ad hoc.</param>
/// <param name="Month">Month for half-year and year reports; null for "the last month of the quarter".</param>
/// <param name="Inclusive">False when the plan says "trước" (the printed day itself is too late).</param>
/// <param name="PrintedDay">The day as printed.</param>
public sealed record ReportDeadline(string Period, int? Day, int? Month, bool Inclusive, int? PrintedDay, string? To, string Text, SourcePlace? Source = null);

/// <param name="Purpose">Báo cáo, Phối hợp, Thực hiện, Đăng tải …, or null (ORG-04).</param>
public sealed record PlanRecipient(string Name, string? Purpose, SourcePlace? Source = null);

/// <param name="Authority">Words above the post: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"; several lines joined by " / ".</param>
/// <param name="Post">The signer's own post: "PHÓ CHỦ TỊCH".</param>
public sealed record PlanSignature(string? Authority, string? Post, string? Name, SourcePlace? Source = null);

/// <param name="Code">Stable code, e.g. "row.noLead".</param>
/// <param name="Row">Row code with its index ("PAPI 5.1") or null for the whole plan.</param>
/// <param name="Message">Vietnamese sentence: what is wrong and what to do.</param>
/// <param name="Severity">error (blocks issuing), warning, note.</param>
public sealed record PlanWarning(string Code, string? Row, string Message, SourcePlace? Source = null, string Severity = "warning")
{
    /// <summary>Position in <see cref="PlanDraft.Rows"/>, from 0; null for the whole plan.</summary>
    public int? RowNumber { get; init; }
}

/// <summary>A place in the source document; unknown parts are null. All numbers count from 1.</summary>
public sealed record SourcePlace
{
    public int? Page { get; init; }
    public int? Line { get; init; }
    public int? Paragraph { get; init; }
    public string? Sheet { get; init; }
    public int? Table { get; init; }
    public int? Row { get; init; }
    public int? Column { get; init; }

    /// <summary>Position of the block in the source document, from 1: what the review screen jumps to.</summary>
    public int? Block { get; init; }

    /// <summary>For people: "trang 3, bảng 1, dòng 12".</summary>
    public string Label => string.Join(", ", new[]
    {
        Sheet is null ? null : $"trang tính “{Sheet}”",
        Page is null ? null : $"trang {Page}",
        Table is null ? null : $"bảng {Table}",
        Row is null ? null : $"hàng {Row}",
        Column is null ? null : $"cột {Column}",
        Line is null ? null : $"dòng {Line}",
        Line is null && Table is null && Paragraph is not null ? $"đoạn {Paragraph}" : null,
    }.Where(part => part is not null));
}
