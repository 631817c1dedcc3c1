using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared.Files;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards;

/// <summary>What proves a criterion: a document by its number, a file, and where in it.</summary>
public sealed class ProofInput
{
    [Display(Name = "Số văn bản chứng minh"), StringLength(200, ErrorMessage = "Số văn bản dài tối đa 200 ký tự.")]
    public string? DocumentNumber { get; set; }

    [Display(Name = "Trang, mục"), StringLength(100, ErrorMessage = "Dài tối đa 100 ký tự.")]
    public string? Page { get; set; }

    [Display(Name = "Tệp chứng minh")]
    public IFormFile? Upload { get; set; }

    /// <summary>Null when nothing was given; a file that is refused is an error at its field.</summary>
    public async Task<Proof?> TakeAsync(FileStore files, Actor actor, DateOnly today, ModelStateDictionary state, IStringLocalizer texts, CancellationToken cancel)
    {
        StoredFile? file = null;
        if (Upload is not null)
        {
            await using var content = Upload.OpenReadStream();
            (file, var refusal) = await files.TakeInAsync(content, Upload.FileName, actor.To("scorecards.prove"), cancel);
            if (refusal is not null)
            {
                state.AddModelError("Proof.Upload", texts[refusal]);
            }
        }

        return file is null && DocumentNumber is null ? null : new Proof(file, Describe(file, today));
    }

    /// <summary>A document stands for the day it was issued; a file alone for today.</summary>
    private EvidenceDescription Describe(StoredFile? file, DateOnly today)
    {
        var proof = new EvidenceDescription(DocumentNumber ?? file!.Name, today) { Page = Page };
        var cited = DocumentNumber is { } typed ? proof.WithDocument(typed) : proof;
        return cited with { StandsFor = cited.IssuedOn ?? today };
    }
}
