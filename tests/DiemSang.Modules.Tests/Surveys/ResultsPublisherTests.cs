using DiemSang.Documents.Criteria;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Targets;
using DiemSang.Modules.Scorecards.Figures;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Publishing;
using DiemSang.Modules.Surveys.Results;
using DiemSang.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Tests.Surveys;

public sealed class ResultsPublisherTests : IAsyncLifetime
{
    private AskedWard _ward = null!;

    public async Task InitializeAsync() => _ward = await AskedWard.CreateAsync();

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("SVY-11", "SVY-14")]
    public async Task Publish_ClosedWave_GivesOthersFiguresWithSourceAndNoSmallGroup()
    {
        await _ward.AnswerAsync(_ward.Counter, 30, content: 24);
        await _ward.AnswerAsync(_ward.Other, 3, content: 0);
        (await PublishAsync()).ShouldBe(PublishOutcome.StillOpen);
        await _ward.CloseAsync();

        (await PublishAsync()).ShouldBe(PublishOutcome.Published);

        var figures = await ReadAsync(_ward.Province.Id);
        var criterion = figures.Single(figure => figure is { Level: FigureLevel.Criterion, Code: "1" });
        criterion.Value.ShouldBe(24.0 / 33, 1e-12);
        criterion.Margin.ShouldBeInRange(0.1, 0.2);
        (criterion.N, criterion.Wave, criterion.Questionnaire, criterion.IndexCode, criterion.ToDate).ShouldBe((33, "Quý I/2026", "mot_cua", "PAR", new DateOnly(2026, 3, 31)));
        figures.ShouldNotContain(figure => figure.Level == FigureLevel.Place, "three people at a counter, and the counter that would tell them");
    }

    [Fact]
    public async Task Withdraw_Publication_LeavesNothingNotEvenTheOneBefore()
    {
        await _ward.AnswerAsync(_ward.Counter, 20, content: 10);
        await _ward.CloseAsync();
        await PublishAsync();
        await PublishAsync();

        (await _ward.WithAsync(async (ResultsPublisher publisher) => await publisher.WithdrawAsync(_ward.Focal, await _ward.WaveAsync(), "Nhập nhầm đợt"))).ShouldBeTrue();

        (await ReadAsync(_ward.Focal.OrganisationId)).ShouldBeEmpty();
        (await _ward.WithAsync(async (ResultsPublisher publisher) => await publisher.WithdrawAsync(_ward.Focal, await _ward.WaveAsync(), "Lần nữa"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Latest_PublishedWave_SaysTheWholeAndWhatIsLowest()
    {
        await _ward.AnswerAsync(_ward.Counter, 20, content: 10);
        await _ward.CloseAsync();
        await PublishAsync();

        var heard = (await _ward.WithAsync((PublishedFigures figures) => figures.LatestAsync(_ward.Focal.OrganisationId))).Single();

        (heard.IndexCode, heard.Whole.Value, heard.Before).ShouldBe(("PAR", 0.75, null));
        heard.Lowest[0].Value.ShouldBe(0.5);
    }

    [Fact]
    [Requirement("SVY-08")]
    public async Task Read_FigureOfASurveyByName_GivesTheScorecardThePercentAndItsSource()
    {
        await _ward.AnswerAsync(_ward.Counter, 20, content: 10);
        await _ward.CloseAsync();
        await PublishAsync();

        (await FigureAsync("survey.mot_cua", 2026))!.Numerator.ShouldBe(75);
        var criterion = (await FigureAsync("survey.mot_cua.1", 2026))!;
        (criterion.Numerator, criterion.Denominator).ShouldBe((50, null));
        criterion.Source.ShouldContain("Quý I/2026 (01/01/2026–31/03/2026)");
        criterion.Source.ShouldContain("20 người trả lời");
        (await FigureAsync("survey.mot_cua", 2025)).ShouldBeNull();
    }

    [Fact]
    [Requirement("BRD-06")]
    public async Task Offer_TargetOfThePublishedIndex_IsAPercentWithItsSource()
    {
        await _ward.AnswerAsync(_ward.Counter, 20, content: 10);
        await _ward.CloseAsync();
        await PublishAsync();

        var offer = (await OffersAsync("PAR")).ShouldHaveSingleItem().Number;
        (offer.Number.Value, offer.On).ShouldBe((75, new DateOnly(2026, 3, 31)));
        offer.Source!.ShouldContain("20 người trả lời");
        offer.Source!.Length.ShouldBeLessThanOrEqualTo(DatedNumber.SourceMaxLength);
        (await OffersAsync("SIPAS")).ShouldBeEmpty();
        (await OffersAsync(null)).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("SVY-08")]
    public async Task FedBy_PublishedSet_SaysHowManyPointsTheSurveyCosts()
    {
        await AddSetAsync();
        var whole = SurveyFigures.NameOf("sipas", null);

        var fed = await _ward.WithAsync((SurveyCriteria criteria) => criteria.FedByAsync(new Dictionary<string, decimal> { [whole] = 75 }, 2026));

        fed.ShouldNotBeEmpty();
        fed.ShouldAllBe(one => one.Criterion.Figure == whole && one.Points == one.Criterion.Max * 0.75m && one.Lost == one.Criterion.Max * 0.25m);
    }

    private async Task AddSetAsync()
    {
        var set = CriteriaFiles.Default.First(one => one.All().Any(node => node.Criterion.Figure == SurveyFigures.NameOf("sipas", null)));
        var added = await _ward.WithAsync((SetLibrary library) => library.AddAsync(_ward.Focal, set));
        await _ward.WithAsync(async (SetLibrary library) => await library.PublishAsync(_ward.Focal, (await library.FindAsync(added.EditionId!.Value))!));
    }

    private Task<IReadOnlyList<OfferedNumber>> OffersAsync(string? index) => _ward.WithAsync((TargetOffers offers) => offers.ForAsync(_ward.Focal.OrganisationId, index));

    private Task<Figure?> FigureAsync(string name, int year) => _ward.WithAsync((SurveyFigures figures) =>
        figures.ReadAsync(name, new FigureQuestion(_ward.Focal.OrganisationId, "", "", year, new DateOnly(2026, 4, 1))));

    private Task<PublishOutcome> PublishAsync() => _ward.WithAsync(async (ResultsReader reader) =>
    {
        var results = await reader.ReadAsync(_ward.Focal, _ward.WaveId);
        return await _ward.WithAsync((ResultsPublisher publisher) => publisher.PublishAsync(_ward.Focal, results!, "PAR"));
    });

    private async Task<List<PublishedFigure>> ReadAsync(Guid reader)
    {
        await using var scope = _ward.Database.Scope(reader);
        return await scope.ServiceProvider.GetRequiredService<DiemSangDbContext>().Set<PublishedFigure>().ToListAsync();
    }
}
