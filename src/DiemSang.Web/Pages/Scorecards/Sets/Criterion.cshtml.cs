using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Modules.Scorecards.Figures;
using DiemSang.Modules.Scorecards.Sets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Sets;

/// <summary>One criterion of a draft: what is printed, how it scores, who scores it.</summary>
public sealed class CriterionModel(SetLibrary library, SetEditor editor, IStringLocalizer texts) : SetPage(library)
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Parent { get; set; }

    [BindProperty]
    public CriterionInput Input { get; set; } = new();

    public string Address => ScorecardLinks.Criterion(Edition.Id, Code!);
    public bool HasRule => Code is null || Set.Find(Code)?.IsLeaf == true;
    public string RuleName => Rules.RuleShape.Of(Set.Find(Code!)?.Rule?.Kind).Label;

    /// <summary>The text was refused: it must not hide.</summary>
    public bool IsRuleWrong => !ModelState.IsValid && Input.Rule is not null;
    public IReadOnlyList<SelectListItem> Demands => Choices<EvidenceDemand>(texts.Of);
    public IReadOnlyList<SelectListItem> Scorers => Choices<ScoredBy>(texts.Of);
    public IReadOnlyList<SelectListItem> Treatments => Choices<NotApplicableTreatment>(texts.Of);
    public IReadOnlyList<SelectListItem> Kinds => Choices<CriterionKind>(texts.Of);

    public IReadOnlyList<SelectListItem> Figures => [new(texts["Đơn vị tự nhập"], ""), .. FigureNames.All.Select(name => new SelectListItem(texts.OfFigure(name), name))];

    public IActionResult OnGet()
    {
        if (Code is null)
        {
            Input = new CriterionInput { Seen = Edition.Version, Evidence = EvidenceDemand.Required };
            return Page();
        }

        if (Set.Find(Code) is not { } criterion)
        {
            return NotFound();
        }

        Input = CriterionInput.Of(criterion, Edition.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var edit = await editor.WriteAsync(Actor, Edition, Input.Seen, Code, Parent, Input.ToText());
        return edit.Outcome == SetEditOutcome.Saved && Code is null && Input.Rule is null ? Redirect(ScorecardLinks.Rule(Edition.Id, Input.Code!)) : After(edit);
    }

    public async Task<IActionResult> OnPostUpAsync() => After(await editor.MoveUpAsync(Actor, Edition, Input.Seen, Code!));

    public async Task<IActionResult> OnPostRemoveAsync() => After(await editor.RemoveAsync(Actor, Edition, Input.Seen, Code!));

    private static List<SelectListItem> Choices<T>(Func<T, string> name)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new SelectListItem(name(value), value.ToString()))];

    public sealed class CriterionInput
    {
        public int Seen { get; set; }

        [Display(Name = "Mã"), Required(ErrorMessage = "Nhập mã tiêu chí."), StringLength(30, ErrorMessage = "Mã dài tối đa 30 ký tự.")]
        public string? Code { get; set; }

        [Display(Name = "Tên tiêu chí"), DataType(DataType.MultilineText), Required(ErrorMessage = "Nhập tên tiêu chí."), StringLength(1000, ErrorMessage = "Tên dài tối đa 1.000 ký tự.")]
        public string? Title { get; set; }

        [Display(Name = "Điểm tối đa"), Required(ErrorMessage = "Nhập điểm tối đa.")]
        public decimal? Max { get; set; }

        [Display(Name = "Cách tính điểm"), DataType(DataType.MultilineText), StringLength(20_000, ErrorMessage = "Cách tính dài tối đa 20.000 ký tự.")]
        public string? Rule { get; set; }

        [Display(Name = "Hướng dẫn chấm điểm"), DataType(DataType.MultilineText), StringLength(8000, ErrorMessage = "Hướng dẫn dài tối đa 8.000 ký tự.")]
        public string? Guidance { get; set; }

        [Display(Name = "Tài liệu kiểm chứng"), DataType(DataType.MultilineText), StringLength(4000, ErrorMessage = "Dài tối đa 4.000 ký tự.")]
        public string? EvidenceText { get; set; }

        [Display(Name = "Yêu cầu tài liệu")]
        public EvidenceDemand Evidence { get; set; }

        [Display(Name = "Ai chấm")]
        public ScoredBy ScoredBy { get; set; }

        [Display(Name = "Đơn vị thẩm định"), StringLength(200, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
        public string? AppraisingUnit { get; set; }

        [Display(Name = "Khi không áp dụng")]
        public NotApplicableTreatment NotApplicable { get; set; }

        [Display(Name = "Loại điểm")]
        public CriterionKind Kind { get; set; }

        [Display(Name = "Số liệu của hệ thống")]
        public string? Figure { get; set; }

        [Display(Name = "Nối tiếp năm trước"), StringLength(200, ErrorMessage = "Dài tối đa 200 ký tự.")]
        public string? Previous { get; set; }

        [Display(Name = "Đóng góp vào tiêu chí cấp trên"), StringLength(500, ErrorMessage = "Dài tối đa 500 ký tự.")]
        public string? Feeds { get; set; }

        public static CriterionInput Of(Criterion criterion, int seen) => new()
        {
            Seen = seen, Code = criterion.Code, Title = criterion.Title, Max = criterion.Max, Rule = criterion.Rule is { } rule ? CriteriaSetYaml.WriteRule(rule) : null,
            Guidance = criterion.Guidance, EvidenceText = criterion.EvidenceText, Evidence = criterion.Evidence, ScoredBy = criterion.ScoredBy,
            AppraisingUnit = criterion.AppraisingUnit, NotApplicable = criterion.NotApplicable, Kind = criterion.Kind, Figure = criterion.Figure, Previous = string.Join(", ", criterion.Previous),
            Feeds = string.Join(", ", criterion.Feeds),
        };

        public CriterionText ToText() => new(Code!, Title!, Max!.Value, Rule)
        {
            Guidance = Guidance, EvidenceText = EvidenceText, Evidence = Evidence, ScoredBy = ScoredBy, AppraisingUnit = AppraisingUnit, NotApplicable = NotApplicable, Kind = Kind, Figure = Figure,
            Previous = Listed(Previous), Feeds = Listed(Feeds),
        };

        private static string[] Listed(string? typed) => typed?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
    }
}
