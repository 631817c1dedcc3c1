using DiemSang.Documents.Questionnaires;
using DiemSang.Documents.Questionnaires.XlsForm;

namespace DiemSang.Web.Pages.Surveys;

/// <summary>A questionnaire file as people have it: ours (YAML) or XLSForm, as ODK and KoboToolbox write it.</summary>
public static class QuestionnaireUpload
{
    /// <exception cref="DiemSang.Documents.Reading.UnreadableDocumentException">Not a questionnaire; one Vietnamese line.</exception>
    public static async Task<XlsFormImport> ReadAsync(Stream content, string fileName, CancellationToken cancel)
    {
        if (fileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            return XlsFormFile.Read(content, cancel);
        }

        using var reader = new StreamReader(content);
        return new XlsFormImport(QuestionnaireYaml.Read(await reader.ReadToEndAsync(cancel)), []);
    }
}
