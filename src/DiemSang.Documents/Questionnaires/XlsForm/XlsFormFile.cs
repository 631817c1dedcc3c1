using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Reading;
using DiemSang.Documents.Reading.Package;
using DiemSang.Documents.Reading.Sheets;

namespace DiemSang.Documents.Questionnaires.XlsForm;

/// <summary>What was read from an XLSForm, and what could not be taken over.</summary>
/// <param name="Warnings">Vietnamese sentences, each naming its line.</param>
public sealed record XlsFormImport(Questionnaire Questionnaire, IReadOnlyList<string> Warnings);

/// <summary>
/// Questionnaires as XLSForm workbooks (xlsform.org), the format ODK and KoboToolbox exchange: sheets survey, choices and settings. What the
/// format cannot say, how answers make an index, stays with the questionnaire's YAML.
/// </summary>
public static class XlsFormFile
{
    /// <summary>Forms are small; anything larger is not one.</summary>
    private static readonly ReadLimits Limits = new()
    {
        MaxFileBytes = 10 << 20,
        MaxUncompressedBytes = 60 << 20,
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <exception cref="UnreadableDocumentException">
    /// Not an XLSX, not an XLSForm, or one with questions that cannot be asked here; one Vietnamese line.
    /// </exception>
    public static XlsFormImport Read(Stream content, CancellationToken cancellationToken = default)
    {
        using var file = SpooledFile.From(content, Limits, cancellationToken);
        if (FileKinds.Detect(file, "form.xlsx") != FileKind.OfficePackage)
        {
            throw new UnreadableDocumentException("XLSForm phải là tệp .xlsx; hãy lưu lại ở dạng đó rồi gửi lại.");
        }

        return new XlsFormReader(ReadSheets(file, cancellationToken)).Read();
    }

    public static void Write(Questionnaire questionnaire, Stream output) => XlsFormWriter.Write(questionnaire, output);

    private static Dictionary<string, XlsFormSheet> ReadSheets(SpooledFile file, CancellationToken cancellationToken)
    {
        try
        {
            using var package = OfficePackage.Open(file.Content, new ReadContext(Limits, null, cancellationToken));
            return XlsxReader.ReadSheets(package, new ReadContext(Limits, null, cancellationToken))
                .ToDictionary(sheet => sheet.Name.Trim().ToLowerInvariant(), sheet => new XlsFormSheet(sheet.Rows));
        }
        catch (Exception e) when (e is System.Xml.XmlException or InvalidDataException or ArgumentException)
        {
            throw Unreadable.Damaged(e);
        }
    }
}
