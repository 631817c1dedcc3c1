using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared.Files;
using DiemSang.Web.Infrastructure.Uploads;

namespace DiemSang.Web.Pages.Plans.Tasks;

/// <summary>The form of an update as posted. Only the state has to be chosen.</summary>
public sealed class UpdateInput : UploadInput
{
    [Display(Name = "Việc này đang thế nào?"), Required(ErrorMessage = "Chọn một trạng thái.")]
    public ProgressState? State { get; set; }

    [Display(Name = "Tử số: đã làm được")]
    public decimal? Numerator { get; set; }

    [Display(Name = "Mẫu số: trên tổng số")]
    public decimal? Denominator { get; set; }

    [Display(Name = "Số liệu này đúng: tử số lớn hơn mẫu số")]
    public bool NumeratorMayExceed { get; set; }

    [Display(Name = "Phần trăm hoàn thành")]
    public int? Percent { get; set; }

    [Display(Name = "Ghi chú, vướng mắc"), DataType(DataType.MultilineText)]
    public string? Note { get; set; }

    [Display(Name = "Nếu vướng mắc: cần ai quyết định?")]
    public Guid? AskedPerson { get; set; }

    [Display(Name = "Số văn bản")]
    public string? DocumentNumber { get; set; }

    /// <summary>Version of the period the person was shown.</summary>
    public int SeenVersion { get; set; }

    /// <summary>Of this sending; with scripts the phone makes a new one each time the form is opened.</summary>
    public Guid? Key { get; set; }

    /// <summary>Sent by the queue of a phone that had no line.</summary>
    public bool Waited { get; set; }

    /// <summary>The person knows that others spoke meanwhile, and still wants to send.</summary>
    public bool Anyway { get; set; }

    public bool SaysMoreThanState =>
        Numerator is not null || Denominator is not null || Percent is not null || Note is not null || DocumentNumber is not null || KeptFile is not null;

    public ProgressReport ToReport(Guid occurrence, StoredFile? file) => new()
    {
        OccurrenceId = occurrence,
        SeenVersion = SeenVersion,
        Key = Key,
        OnlyIfUnchanged = Waited && !Anyway,
        State = State!.Value,
        Percent = Percent,
        Numerator = Numerator,
        Denominator = Denominator,
        NumeratorMayExceed = NumeratorMayExceed,
        Note = Note,
        DocumentNumber = DocumentNumber,
        File = file,
        AskedPersonId = AskedPerson,
    };

    public static string FieldOf(ReportFault fault) => "Input." + fault switch
    {
        ReportFault.PercentOutOfRange => nameof(Percent),
        ReportFault.AnsweredBelow => nameof(State),
        ReportFault.EvidenceMissing => nameof(Upload),
        ReportFault.DenominatorZero => nameof(Denominator),
        ReportFault.NoteTooLong or ReportFault.ObstacleNotSaid => nameof(Note),
        ReportFault.DocumentNumberTooLong => nameof(DocumentNumber),
        _ => nameof(Numerator),
    };
}
