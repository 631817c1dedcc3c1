using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Scorecards.Sets.Rules;

internal enum RuleCellKind { Text, Number, Range, YearDay, Tick, Choice, Formula }

/// <summary>One box of the form for a rule.</summary>
internal sealed record RuleField(string Name, string Label, RuleCellKind Kind, string? Hint = null)
{
    public IReadOnlyList<(string Key, string Label)> Choices { get; init; } = [];
}

/// <summary>What a person fills in for one kind of rule: single boxes, a table of rows, and for a formula a second table of cases.</summary>
internal sealed record RuleShape(string Kind, string Label, string About)
{
    public const string Name = "name", Caption = "label", Points = "points", Percent = "percent", Each = "each", Span = "range", By = "by", IsYearBefore = "year_before", When = "when", Then = "then", Meaning = "text";

    private static readonly RuleField Subject = new(Caption, Key("Nội dung"), RuleCellKind.Text);
    private static readonly RuleField Worth = new(Points, Key("Điểm"), RuleCellKind.Number);
    private static readonly RuleField Bounds = new(Span, Key("Khoảng"), RuleCellKind.Range, Key("Ví dụ > 90, hoặc ≥ 70 và ≤ 90"));

    private static readonly RuleField[] Quantity =
    [
        new("of", Key("Tính trên"), RuleCellKind.Choice)
        {
            Choices = [("ratio", Key("Tỷ lệ: số đạt trên tổng số")), ("percent", Key("Phần trăm có sẵn")), ("count", Key("Số lượng")), ("value", Key("Một số bất kỳ"))],
        },
        new("quantity_label", Key("Tên số liệu (tử số)"), RuleCellKind.Text), new("denominator_label", Key("Tên mẫu số"), RuleCellKind.Text),
        new("when_nothing", Key("Khi mẫu số bằng 0"), RuleCellKind.Choice)
        {
            Choices = [("error", Key("Báo lỗi")), ("not_applicable", Key("Không áp dụng")), ("zero", Key("0 điểm")), ("full", Key("Đủ điểm"))],
        },
        new("may_exceed_hundred", Key("Được vượt 100 %"), RuleCellKind.Tick),
    ];

    public IReadOnlyList<RuleField> Fields { get; init; } = [];
    public IReadOnlyList<RuleField> Rows { get; init; } = [];
    public IReadOnlyList<RuleField> Cases { get; init; } = [];

    public static IReadOnlyList<RuleShape> All { get; } =
    [
        new("yes_no", Key("Có hoặc không"), Key("Có thì đủ điểm, không thì 0 điểm.")),
        new("levels", Key("Chọn mức"), Key("Đơn vị chọn một mức; mỗi mức ghi điểm, hoặc phần trăm của điểm tối đa.")) { Rows = [Subject with { Label = Key("Mức") }, Worth, new(Percent, Key("hoặc % điểm tối đa"), RuleCellKind.Number)] },
        new("bands", Key("Theo khoảng"), Key("Số liệu rơi vào khoảng nào thì được điểm của khoảng đó; các khoảng phủ kín và không chồng nhau.")) { Fields = Quantity, Rows = [Bounds, Worth] },
        new("proportional", Key("Tỷ lệ thuận"), Key("Điểm bằng tỷ lệ nhân điểm tối đa, đủ điểm từ ngưỡng trên, 0 điểm dưới ngưỡng sàn."))
        {
            Fields = [.. Quantity, new("full_at", Key("Đủ điểm từ (%)"), RuleCellKind.Number), new("floor", Key("0 điểm khi dưới (%)"), RuleCellKind.Number)],
        },
        new("count", Key("Số lượng nhân điểm"), Key("Mỗi đơn vị được một số điểm, không quá điểm tối đa.")) { Fields = [new(Each, Key("Điểm cho mỗi đơn vị"), RuleCellKind.Number), new(Caption, Key("Tên số lượng"), RuleCellKind.Text)] },
        new("checklist", Key("Cộng từng nội dung"), Key("Nội dung nào đạt thì cộng điểm của nội dung đó.")) { Rows = [Subject, Worth] },
        new("all_of", Key("Đủ mọi điều kiện"), Key("Đủ mọi điều kiện thì được điểm, thiếu một thì 0 điểm.")) { Rows = [Subject with { Label = Key("Điều kiện") }] },
        new("deadline", Key("Đúng hạn, muộn hạn"), Key("So ngày thực hiện với các mốc trong năm, sớm trước muộn sau."))
        {
            Fields = [new("late", Key("Điểm khi quá mốc cuối"), RuleCellKind.Number), new("never", Key("Điểm khi không làm"), RuleCellKind.Number)],
            Rows = [new(By, Key("Chậm nhất (ngày/tháng)"), RuleCellKind.YearDay, Key("Ví dụ 31/01")), new(IsYearBefore, Key("Của năm trước"), RuleCellKind.Tick), Worth],
        },
        new("deduction", Key("Trừ điểm"), Key("Bắt đầu từ điểm tối đa, mỗi lượt trừ một số điểm, không thấp hơn mức sàn.")) { Fields = [new("floor", Key("Mức sàn"), RuleCellKind.Number)], Rows = [Subject, new(Each, Key("Trừ mỗi lượt"), RuleCellKind.Number)] },
        new("survey", Key("Kết quả khảo sát"), Key("Phần trăm hài lòng nhân điểm tối đa; hoặc đếm từng mức trả lời, mỗi mức đáng giá một phần trăm.")) { Rows = [Subject with { Label = Key("Mức trả lời") }, new(Percent, Key("Đáng giá (%)"), RuleCellKind.Number)] },
        new("comparison", Key("So với năm trước"), Key("Mức tăng, giảm rơi vào khoảng nào thì được điểm của khoảng đó."))
        {
            Fields = [new("measure", Key("So bằng"), RuleCellKind.Choice) { Choices = [("difference", Key("Hiệu số")), ("percent_change", Key("Phần trăm thay đổi"))] }],
            Rows = [Bounds, Worth],
        },
        new("formula", Key("Công thức có điều kiện"), Key("Đặt tên các số liệu rồi viết từng trường hợp; trường hợp đầu tiên đúng điều kiện cho điểm. max_points là điểm tối đa."))
        {
            Rows =
            [
                new(Name, Key("Tên biến"), RuleCellKind.Text, Key("Ví dụ tong_so")), new(Caption, Key("Tên số liệu"), RuleCellKind.Text), new("formula", Key("Tính từ biến khác"), RuleCellKind.Formula),
                new("whole", Key("Số nguyên"), RuleCellKind.Tick), new("min", Key("Nhỏ nhất"), RuleCellKind.Number), new("max", Key("Lớn nhất"), RuleCellKind.Number),
            ],
            Cases = [new(When, Key("Khi"), RuleCellKind.Formula, Key("Bỏ trống: mọi trường hợp còn lại")), new(Then, Key("Điểm bằng"), RuleCellKind.Formula), new(Meaning, Key("Nghĩa là"), RuleCellKind.Text)],
        },
        new("manual", Key("Chấm bằng tay"), Key("Người chấm ghi điểm từ mức thấp nhất đến điểm tối đa, theo từng bước.")) { Fields = [new("min", Key("Thấp nhất"), RuleCellKind.Number), new("step", Key("Bước điểm"), RuleCellKind.Number)] },
    ];

    public static RuleShape Of(string? kind) => All.FirstOrDefault(shape => shape.Kind == kind) ?? All[0];
}
