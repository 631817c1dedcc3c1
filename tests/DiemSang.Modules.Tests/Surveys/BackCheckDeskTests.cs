using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Surveys.Reviewing;

namespace DiemSang.Modules.Tests.Surveys;

public sealed class BackCheckDeskTests : IAsyncLifetime
{
    private AskedWard _ward = null!;

    public async Task InitializeAsync()
    {
        _ward = await AskedWard.CreateAsync();
        await _ward.AnswerAsync(_ward.Counter, 20, content: 10, (_, given) => given with { Channel = CollectionChannel.Interviewer, HelperId = _ward.Focal.PersonId });
        await _ward.AnswerAsync(_ward.Other, 20, content: 10);
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    public async Task Record_AnswersOfTheSecondTime_GivesAgreementPerEnumeratorAndCountsTheLastWord()
    {
        var list = await DrawAsync(8, onlyHelped: true);
        list.Responses.Count.ShouldBe(8);
        (await RecordAsync(list, [.. list.Responses.Select((response, number) => new BackCheckNote(response, number < 5 ? BackCheckOutcome.Same : number < 7 ? BackCheckOutcome.Different : BackCheckOutcome.NotReached, null))])).ShouldBe(8);
        (await RecordAsync(list, [new BackCheckNote(list.Responses[5], BackCheckOutcome.Same, "hỏi nhầm người"), new BackCheckNote(list.Responses[0], BackCheckOutcome.Same, null)])).ShouldBe(1, "what stands is not written twice");

        var wave = await OpenAsync();

        var interviewer = wave.Agreements.Single(one => one.Enumerator == _ward.Focal.FullName);
        (interviewer.Responses, interviewer.Same, interviewer.Different, interviewer.NotReached).ShouldBe((20, 6, 1, 1));
        interviewer.Rate!.Value.ShouldBe(6.0 / 7);
        interviewer.Interval.Low.ShouldBeInRange(0.4, 0.6);
        wave.All.Responses.ShouldBe(40);
        wave.Agreements.Single(one => one.Enumerator is null).Rate.ShouldBeNull();
    }

    [Fact]
    public async Task Record_ResponseOfNoList_IsNotKept()
    {
        var list = await DrawAsync(3, onlyHelped: false);

        (await RecordAsync(list, [new BackCheckNote(Guid.NewGuid(), BackCheckOutcome.Same, null)])).ShouldBe(0);
    }

    [Fact]
    public async Task Draw_SameSeed_GivesTheSameList() =>
        (await DrawAsync(10, onlyHelped: false)).Responses.ShouldBe((await DrawAsync(10, onlyHelped: false)).Responses);

    private Task<BackCheckedWave> OpenAsync() => _ward.WithAsync(async (BackCheckDesk desk) => (await desk.OpenAsync(_ward.Focal, _ward.WaveId))!);

    private Task<BackCheck> DrawAsync(int size, bool onlyHelped) => _ward.WithAsync(async (BackCheckDesk desk) =>
        await desk.DrawAsync(_ward.Focal, (await desk.OpenAsync(_ward.Focal, _ward.WaveId))!.Answers, size, onlyHelped, "trước hội nghị"));

    private Task<int> RecordAsync(BackCheck list, List<BackCheckNote> notes) => _ward.WithAsync(async (BackCheckDesk desk) =>
        await desk.RecordAsync(_ward.Focal, (await desk.OpenAsync(_ward.Focal, _ward.WaveId))!, list, notes));
}
