using DiemSang.Core.Surveys.Integrity;
using DiemSang.Tests;

namespace DiemSang.Core.Tests.Surveys;

[Requirement("SVY-07")]
public sealed class IntegrityReviewTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));

    private static readonly IntegrityRules Rules = new()
    {
        FastShareOfMedian = 0.33,
        FastSecondsPerAnswer = 1,
        StraightShare = 0.9,
        FewestAnswers = 10,
        ResponsesPerDevice = 2,
        ResponsesPerBurst = 5,
        BurstWindow = TimeSpan.FromMinutes(10),
        RefusedTriesPerPlace = 4,
        NightFrom = 21,
        NightTo = 6,
        EnumeratorVarianceShare = 0.5,
        FewestPerEnumerator = 5,
        StaffShare = 0.2,
    };

    [Fact]
    public void Findings_OrdinaryWave_AreNone() => new IntegrityReview(Ordinary(30), [], Rules).Findings.ShouldBeEmpty();

    [Fact]
    public void TooFast_FarBelowMedian_IsScoredAndExplained()
    {
        var finding = Find(IntegrityCheck.TooFast, [.. Ordinary(20), Ordinary(1)[0] with { Id = "fast", Duration = TimeSpan.FromSeconds(30) }]);
        finding.Responses.ShouldBe(["fast"]);
        finding.Score.ShouldBe(1 - (30 / 99.0), 1e-9);
        finding.Explanation.ShouldContain("trong 30 giây; trung vị của đợt là 300 giây");
    }

    [Fact]
    public void StraightLine_AllAnswersEqual_ScoresOne() =>
        Find(IntegrityCheck.StraightLine, [.. Ordinary(5), Ordinary(1)[0] with { Id = "line", Answers = [.. Enumerable.Repeat((byte)4, 20)] }]).Score.ShouldBe(1);

    [Fact]
    public void RepeatedDevice_Kiosk_IsExpected()
    {
        var web = Ordinary(6).Select(response => response with { Device = "phone" }).ToList();
        Find(IntegrityCheck.RepeatedDevice, web).Responses.Count.ShouldBe(6);
        var kiosk = web.ConvertAll(response => response with { Channel = CollectionChannel.Kiosk });
        new IntegrityReview(kiosk, [], Rules).Findings.ShouldNotContain(finding => finding.Check == IntegrityCheck.RepeatedDevice);
    }

    [Fact]
    public void IdenticalAnswers_CopiedResponses_AreFoundTogether()
    {
        var responses = Ordinary(10);
        Find(IntegrityCheck.IdenticalAnswers, [.. responses, responses[3] with { Id = "copy" }]).Responses.ShouldBe(["r3", "copy"]);
    }

    [Fact]
    public void Burst_ManyInTenMinutes_GivesTheDensestWindow()
    {
        var burst = Ordinary(8).Select((response, i) => response with { Id = $"b{i}", Place = "Quầy 2", SubmittedAt = Morning.AddHours(3).AddSeconds(40 * i) });
        var finding = Find(IntegrityCheck.Burst, [.. Ordinary(20), .. burst]);
        finding.Subject.ShouldBe("điểm Quầy 2");
        finding.Responses.Count.ShouldBe(8);
        finding.Explanation.ShouldContain("8 lượt từ điểm Quầy 2 trong 10 phút, từ 12:00 ngày 02/03/2026");
    }

    [Theory]
    [InlineData(CollectionChannel.Kiosk, 23, true)]
    [InlineData(CollectionChannel.Kiosk, 5, true)]
    [InlineData(CollectionChannel.Kiosk, 8, false)]
    [InlineData(CollectionChannel.Web, 23, false)]
    public void AtNight_ClosedChannel_IsFound(CollectionChannel channel, int hour, bool found)
    {
        var response = Ordinary(1)[0] with { Channel = channel, SubmittedAt = new(2026, 3, 2, hour, 15, 0, TimeSpan.FromHours(7)) };
        new IntegrityReview([response], [], Rules).Findings.Any(finding => finding.Check == IntegrityCheck.AtNight).ShouldBe(found);
    }

    [Fact]
    public void EnumeratorVariance_InventedInterviews_AreFound()
    {
        var honest = Ordinary(20).Select(response => response with { Enumerator = "An" });
        var invented = Ordinary(8).Select((response, i) => response with { Id = $"x{i}", Enumerator = "Bình", Answers = Alike(i) });
        var finding = Find(IntegrityCheck.EnumeratorVariance, [.. honest, .. invented]);
        finding.Subject.ShouldBe("Bình");
        finding.Score.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void DuplicateCode_TriedAgainAtTwoPlaces_NamesTheAnswerItHas()
    {
        var responses = Ordinary(3).Select((response, i) => response with { Code = $"A{i}" }).ToList();
        var review = new IntegrityReview(responses, [Refusal(CodeRefusal.Used, "A1", "Quầy 1", 2), Refusal(CodeRefusal.Used, "A1", "Quầy 2", 1)], Rules);
        var finding = review.Findings.ShouldHaveSingleItem();
        (finding.Check, finding.Score).ShouldBe((IntegrityCheck.DuplicateCode, 0.75));
        finding.Responses.ShouldBe(["r1"]);
        finding.Explanation.ShouldContain("thử lại 3 lần, lần cuối 09:00 ngày 02/03/2026");
    }

    [Theory]
    [InlineData(3, 1, false)]
    [InlineData(3, 2, true)]
    public void RefusedCodes_MoreThanMistypingExplains_NameThePlace(int unknown, int expired, bool found)
    {
        var review = new IntegrityReview([], [Refusal(CodeRefusal.Unknown, null, "Quầy 1", unknown), Refusal(CodeRefusal.Expired, "A1", "Quầy 1", expired)], Rules);
        review.Findings.Any(finding => finding is { Check: IntegrityCheck.RefusedCodes, Subject: "Quầy 1", Responses.Count: 0 }).ShouldBe(found);
    }

    [Fact]
    public void StaffShare_TooManyEnteredByStaff_NamesThePlace()
    {
        var responses = Ordinary(10).Select((response, i) => response with { Place = "Thôn Đông", ByStaff = i < 4 }).ToList();
        var finding = Find(IntegrityCheck.StaffShare, responses);
        (finding.Subject, finding.Score).ShouldBe(("Thôn Đông", 0.4));
        finding.Responses.Count.ShouldBe(4);
    }

    [Fact]
    public void ScoreOf_TwoFindings_AddsUpBelowOne()
    {
        var response = Ordinary(1)[0] with { Id = "odd", Duration = TimeSpan.FromSeconds(66), Answers = [.. Enumerable.Repeat((byte)4, 18), 5, 3] };
        var review = new IntegrityReview([.. Ordinary(20), response], [], Rules);
        review.ScoreOf("odd").ShouldBe(1 - ((66 / 99.0) * 0.1), 1e-9);
        review.ScoreOf("r1").ShouldBe(0);
    }

    [Fact]
    public void BackCheck_SameSeed_DrawsTheSameResponses()
    {
        var review = new IntegrityReview(Ordinary(50), [], Rules);
        review.BackCheck(5, "seed").ShouldBe(review.BackCheck(5, "seed"));
        review.BackCheck(5, "seed").Count.ShouldBe(5);
    }

    private static RefusalTrace Refusal(CodeRefusal reason, string? code, string place, int tries) => new(reason, code, place, tries, Morning);

    private static IntegrityFinding Find(IntegrityCheck check, IReadOnlyList<ResponseTrace> responses) =>
        new IntegrityReview(responses, [], Rules).Findings.Where(finding => finding.Check == check).ShouldHaveSingleItem();

    private static List<ResponseTrace> Ordinary(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new ResponseTrace
        {
            Id = $"r{i}",
            SubmittedAt = Morning.AddMinutes(15 * (i % 30)),
            Duration = TimeSpan.FromSeconds(300),
            Answers = Varied(i),
            Channel = CollectionChannel.Web,
        }),
    ];

    private static byte[] Varied(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 20).Select(_ => (byte)random.Next(1, 6))];
    }

    private static byte[] Alike(int seed) => [.. Enumerable.Range(0, 20).Select(i => (byte)(i == seed ? 5 : i % 2 == 0 ? 4 : 3))];
}
