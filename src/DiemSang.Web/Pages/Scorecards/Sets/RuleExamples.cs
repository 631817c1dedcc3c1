using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Scorecards.Sets;

/// <summary>One example of each rule to copy into the form; docs/scoring.md explains them.</summary>
internal static class RuleExamples
{
    public static IReadOnlyList<(string Label, string Example)> All { get; } =
    [
        (Key("Có hoặc không"), "rule: yes_no"),
        (Key("Đủ mọi điều kiện"), """
            rule:
              kind: all_of
              conditions:
                - { name: nhiem_vu, label: "Xác định đủ nhiệm vụ" }
                - { name: kinh_phi, label: "Bố trí kinh phí" }
            """),
        (Key("Chọn mức"), """
            rule:
              kind: levels
              levels:
                - { key: tot, label: "Tốt", percent: 100 }
                - { key: kha, label: "Khá", points: 0.5 }
            """),
        (Key("Đúng hạn, muộn hạn"), """rule: { kind: deadline, steps: [{ by: "01-31", points: 0.2 }], late: 0, never: 0 }"""),
        (Key("Cộng từng nội dung"), """
            rule:
              kind: checklist
              items:
                - { name: a, label: "Đủ nhiệm vụ", points: 0.1 }
            """),
        (Key("Theo khoảng tỷ lệ"), """
            rule:
              kind: bands
              of: ratio
              bands:
                - { range: "> 90", points: 2 }
                - { range: ">= 70, <= 90", points: 1 }
                - { range: "< 70", points: 0 }
            """),
        (Key("Tỷ lệ thuận"), "rule: { kind: proportional, of: ratio, full_at: 80, floor: 0 }"),
        (Key("Mỗi đơn vị được điểm"), "rule: { kind: count, each: 0.5 }"),
        (Key("Trừ điểm"), """rule: { kind: deduction, items: [{ name: vi_pham, label: "Lượt vi phạm", each: 0.5 }] }"""),
        (Key("Kết quả khảo sát"), "rule: survey"),
        (Key("So với năm trước"), """rule: { kind: comparison, bands: [{ range: "> 0", points: 1 }, { range: "<= 0", points: 0 }] }"""),
        (Key("Công thức có điều kiện"), """
            rule:
              kind: formula
              variables:
                - { name: dung_han, label: "Hồ sơ đúng hạn", whole: true, min: 0 }
                - { name: tong, label: "Tổng số hồ sơ", whole: true, min: 0 }
              cases:
                - { when: "tong = 0", then: "max_points" }
                - { then: "dung_han / tong * max_points" }
            """),
        (Key("Chấm bằng tay"), "rule: { kind: manual, min: 0, step: 0.25 }"),
    ];
}
