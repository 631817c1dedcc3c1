using DiemSang.Documents.Criteria;
using DiemSang.Modules.Scorecards.Feeding;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Tests.Scorecards;

public sealed class FeedTests : IAsyncLifetime
{
    private const string Above = """
        code: par-tinh
        version: "2026"
        title: Bộ của tỉnh
        index: PAR
        total: 30
        criteria:
          - code: "1"
            title: Chỉ đạo
            max: 20
            children:
              - { code: "1.1", title: Kế hoạch, max: 10, rule: manual }
              - { code: "1.2", title: Nhiệm vụ, max: 10, rule: manual }
          - { code: "2", title: Tài chính công, max: 10, rule: manual }
        """;

    private ScoredProvince _province = null!;

    public async Task InitializeAsync() => _province = await ScoredProvince.CreateAsync();

    public async Task DisposeAsync() => await _province.DisposeAsync();

    [Fact]
    [Requirement("RNK-04")]
    public async Task Feeding_RoundOfASetThatFeeds_ShowsMeanLowestAndWhatNothingFeeds()
    {
        var above = await AddAsync(Above);
        var feeding = ScoredProvince.SetYaml.Replace("code: par-thu", "code: par-gop").Replace("max: 10, figure: plan.done,", "max: 10, feeds: [par-tinh/1.2],");
        var round = await _province.AddRoundAsync(feeding, 2026, ScoredProvince.Dates);
        await _province.HandInAsync(_province.WardFocal, _province.WardLeader, done: 9, round);
        await _province.HandInAsync(_province.CommuneFocal, _province.CommuneLeader, done: 4, round);

        var fed = await ReadAsync(above, null);

        fed.Years.ShouldBe([2026]);
        fed.Unfed.Select(criterion => criterion.Code).ShouldBe(["1.1", "2"]);
        var node = fed.Nodes.Single(node => node.Feeding.Count > 0);
        (node.Criterion.Code, node.Level).ShouldBe(("1.2", 2));
        var line = node.Feeding.Single();
        (line.Criterion.Code, line.Round.Id, line.Units.Count, line.Participants, line.Mean).ShouldBe(("1.2", round, 2, 2, 65m));
        line.Lowest.ShouldBe([new FeedingUnit(_province.Commune.Id, _province.Commune.Name, 40)]);
    }

    [Fact]
    public async Task Feeding_NobodyFeeds_HasNoYear()
    {
        var fed = await ReadAsync(await AddAsync(Above), 2026);

        (fed.Year, fed.Unfed.Count()).ShouldBe((null, 3));
    }

    private async Task<Guid> AddAsync(string yaml) =>
        (await _province.AsAsync(_province.Focal, (SetLibrary library) => library.AddAsync(_province.Focal, CriteriaSetYaml.Read(yaml)))).EditionId!.Value;

    private Task<FedSet> ReadAsync(Guid set, int? year) => _province.AsAsync(_province.Focal, async (IServiceProvider services) =>
    {
        var edition = (await services.GetRequiredService<SetLibrary>().FindAsync(set))!;
        return await services.GetRequiredService<FeedReader>().ReadAsync(edition, CriteriaSetYaml.Read(edition.Yaml), year);
    });
}
