using System.Text.Json;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Tests.Plans;

/// <summary>The JSON of `diemsang plan read --json` is a public contract.</summary>
public sealed class PlanJsonTests
{
    private readonly JsonElement _draft = JsonDocument.Parse(PlanDraftJson.Write(PlanFixture.Read("phuong-bang-giao-viec.txt"))).RootElement;

    [Theory]
    [InlineData("", "title number symbol issuedOn issuer place period indices parents legalBases targets rows reportDeadlines recipients signature warnings")]
    [InlineData("period", "from to")]
    [InlineData("parents", "number symbol date issuer")]
    [InlineData("targets", "index content kind value upper unit text")]
    [InlineData("rows", "index contentCode content code title target measures leads cooperators deadline source")]
    [InlineData("rows/deadline", "kind text date")]
    [InlineData("recipients", "name purpose")]
    [InlineData("signature", "authority post name")]
    [InlineData("warnings", "code row message source")]
    public void Write_Draft_HasTheAgreedNames(string path, string names)
    {
        var element = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(_draft, (at, name) => First(at).GetProperty(name));

        var properties = First(element).EnumerateObject().Select(property => property.Name).ToList();
        names.Split(' ').ShouldAllBe(name => properties.Contains(name));
    }

    [Fact]
    public void Write_Draft_KeepsVietnameseLettersAndIsoDays()
    {
        var json = PlanDraftJson.Write(PlanFixture.Read("hai-phu-luc.txt"));

        json.ShouldContain("Ủy ban nhân dân xã Bến Đò");
        json.ShouldContain("\"issuedOn\": \"2026-02-05\"");
    }

    [Fact]
    public void Read_MissingFile_SaysSoInOneLine() =>
        Should.Throw<UnreadableDocumentException>(() => PlanFile.Read("/không/có/tệp.docx")).Message.ShouldContain("Không tìm thấy");

    [Fact]
    public void Read_CallerGivesUp_Stops() => Should.Throw<OperationCanceledException>(
        () => PlanFile.Read(Path.Combine(PlanFixture.Folder, "hai-phu-luc.txt"), cancel: new CancellationToken(canceled: true)));

    [Fact]
    public void Read_LargerThanAllowed_IsRefused() => Should.Throw<UnreadableDocumentException>(
        () => PlanFile.Read(Path.Combine(PlanFixture.Folder, "hai-phu-luc.txt"), new PlanReadOptions { MostBytes = 100 }));

    private static JsonElement First(JsonElement element) => element.ValueKind == JsonValueKind.Array ? element[0] : element;
}
