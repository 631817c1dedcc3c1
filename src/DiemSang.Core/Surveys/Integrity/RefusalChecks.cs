using System.Globalization;

namespace DiemSang.Core.Surveys.Integrity;

/// <summary>Checks that look at one-time codes which were turned away: a code takes one answer, so its copies show nowhere else.</summary>
internal sealed class RefusalChecks(IntegrityRules rules)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Codes that had their answer and were tried again, with the answer they had.</summary>
    public IEnumerable<IntegrityFinding> DuplicateCode(IReadOnlyList<ResponseTrace> responses, IReadOnlyList<RefusalTrace> refusals) =>
        from code in refusals.Where(refusal => refusal is { Reason: CodeRefusal.Used, Code: not null }).GroupBy(refusal => refusal.Code!)
        let tries = code.Sum(refusal => refusal.Tries)
        let last = code.Max(refusal => refusal.LastAt)
        select new IntegrityFinding(
            IntegrityCheck.DuplicateCode, code.Key, 1 - (1.0 / (1 + tries)), [.. responses.Where(response => response.Code == code.Key).Select(response => response.Id)],
            string.Create(Vietnamese, $"Mã đã có phiếu này còn bị thử lại {tries} lần, lần cuối {last:HH:mm} ngày {last:dd/MM/yyyy}: có thể chính người đó mở lại, cũng có thể mã đã bị chép."));

    /// <summary>Places where codes are guessed, or sent round after the wave was over.</summary>
    public IEnumerable<IntegrityFinding> RefusedCodes(IReadOnlyList<RefusalTrace> refusals) =>
        from place in refusals.Where(refusal => refusal.Reason != CodeRefusal.Used).GroupBy(refusal => refusal.Place)
        let unknown = Tries(place, CodeRefusal.Unknown)
        let expired = Tries(place, CodeRefusal.Expired)
        where unknown + expired > rules.RefusedTriesPerPlace
        select new IntegrityFinding(
            IntegrityCheck.RefusedCodes, place.Key, 1 - ((double)rules.RefusedTriesPerPlace / (unknown + expired)), [],
            string.Create(Vietnamese, $"{place.Key}: {unknown} lần nhập mã không có, {expired} lần nhập mã đã hết hạn; gõ nhầm thường không quá {rules.RefusedTriesPerPlace} lần mỗi điểm."));

    private static int Tries(IEnumerable<RefusalTrace> refusals, CodeRefusal reason) =>
        refusals.Where(refusal => refusal.Reason == reason).Sum(refusal => refusal.Tries);
}
