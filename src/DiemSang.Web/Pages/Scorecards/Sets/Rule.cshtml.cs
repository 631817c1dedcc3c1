using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Rules;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Web.Pages.Scorecards.Sets.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Sets;

/// <summary>How one criterion scores, in boxes instead of YAML; what is wrong is said at its box while one types, and on saving without scripts.</summary>
public sealed class RuleModel(SetLibrary library, SetEditor editor, IStringLocalizer texts) : SetPage(library)
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public RuleForm Form { get; set; } = new();

    [BindProperty]
    public int Seen { get; set; }

    public Criterion Criterion => Set.Find(Code ?? "")!;

    /// <summary>What the form says, where it can be read.</summary>
    public ScoringRule? Read { get; private set; }
    public bool IsCheck { get; private set; }
    public IEnumerable<string> Warnings => Read?.Check(Criterion.Max).Where(problem => !problem.IsError).Select(problem => problem.Message) ?? [];

    internal RuleShape Shape => RuleShape.Of(Form.Kind);

    /// <summary>Name of the list in the post, its columns, its rows; only the tables this kind of rule has.</summary>
    internal IEnumerable<(string Name, IReadOnlyList<RuleField> Columns, List<Dictionary<string, string?>> Rows)> Tables =>
        new[] { (nameof(RuleForm.Rows), Shape.Rows, Form.Rows), (nameof(RuleForm.Cases), Shape.Cases, Form.Cases) }.Where(table => table.Item2.Count > 0);

    /// <summary>Every box with what is wrong in it, or nothing: a box that was mended loses its message.</summary>
    public IEnumerable<(string Field, string? Message)> Errors =>
        Shape.Fields.Where(box => box.Kind != RuleCellKind.Tick).Select(box => $"Form.Fields[{box.Name}]")
            .Concat(Tables.SelectMany(table => table.Columns.Where(column => column.Kind != RuleCellKind.Tick).SelectMany(column => table.Rows.Select((_, i) => $"Form.{table.Name}[{i}][{column.Name}]")).Append($"Form.{table.Name}")))
            .Select(name => (name, ErrorOf(name)));

    public static string IdOf(string field) => field.Replace('.', '-').Replace("[", "-", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    public static string ErrorIdOf(string field) => $"{IdOf(field)}-error";

    public string? ErrorOf(string field) => ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    public IActionResult OnGet(string? kind)
    {
        if (Criterion is not { IsLeaf: true, Rule: { } rule })
        {
            return NotFound();
        }

        Seen = Edition.Version;
        Form = (kind is null || kind == rule.Kind ? RuleForm.Of(rule) : new RuleForm { Kind = kind }).WithRoom();
        return Page();
    }

    /// <summary>While one types: nothing is saved.</summary>
    public IActionResult OnPostCheck()
    {
        if (Criterion is null)
        {
            return NotFound();
        }

        IsCheck = true;
        Read = ReadForm();
        return Partial("Rules/_Check", this);
    }

    public IActionResult OnPostMore()
    {
        ModelState.Clear();
        Form.WithRoom();
        return Criterion is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Criterion is null)
        {
            return NotFound();
        }

        if (ReadForm() is { } rule)
        {
            return After(await editor.WriteRuleAsync(Actor, Edition, Seen, Code!, rule));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private ScoringRule? ReadForm() => new RuleFormReader(Form, nameof(Form), ModelState, texts).Read(Criterion.Max);
}
