using System.Text;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Tests.TestData;

namespace DiemSang.Modules.Tests.Plans.Importing;

public sealed class PageImagesTests : IAsyncLifetime
{
    private const string OnePage = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    private WorkingWard _ward = null!;
    private Guid _import;

    public async Task InitializeAsync()
    {
        _ward = await WorkingWard.CreateAsync();
        _import = (await _ward.UploadAsync(Encoding.ASCII.GetBytes(OnePage))).ShouldBeOfType<UploadOutcome.Accepted>().ImportId;
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    public async Task Find_PageOfAPdf_IsDrawnAsAPicture()
    {
        var image = await _ward.WithAsync((PageImages images) => images.FindAsync(_ward.Focal, _import, 1));

        image![..3].ShouldBe([0xFF, 0xD8, 0xFF]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Find_PageThatIsNotThere_GivesNone(int page) =>
        (await _ward.WithAsync((PageImages images) => images.FindAsync(_ward.Focal, _import, page))).ShouldBeNull();

    [Fact]
    public async Task Find_BySomebodyWhoMayNotEdit_GivesNone() =>
        (await _ward.WithAsync((PageImages images) => images.FindAsync(_ward.Viewer, _import, 1))).ShouldBeNull();
}
