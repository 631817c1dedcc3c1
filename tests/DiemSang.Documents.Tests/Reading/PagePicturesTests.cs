using System.Text;
using DiemSang.Documents.Reading.Pages;
using DiemSang.Documents.Tests.TestData;

namespace DiemSang.Documents.Tests.Reading;

public sealed class PagePicturesTests
{
    private static readonly byte[] Hidden = Encoding.ASCII.GetBytes("<script>alert(1)</script>");

    /// <summary>Two pixels, red and half-transparent blue, followed by what a careless server would let a browser run.</summary>
    private static readonly byte[] Png =
    [
        .. Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAADklEQVR4nGP4z8AAQg0AD3oDfnfpf5cAAAAASUVORK5CYII="), .. Hidden,
    ];

    [Fact]
    public void Draw_Png_GivesAJpegWithoutWhatFollowedThePicture()
    {
        var picture = PagePictures.Draw(new MemoryStream(Png), 1)!;

        picture[..3].ShouldBe([0xFF, 0xD8, 0xFF]);
        picture.AsSpan().IndexOf(Hidden).ShouldBe(-1);
    }

    [Fact]
    public void Draw_Jpeg_IsDrawnAnew()
    {
        var jpeg = PagePictures.Draw(new MemoryStream(Png), 1)!;

        var again = PagePictures.Draw(new MemoryStream([.. jpeg, .. Hidden]), 1)!;

        again[..3].ShouldBe([0xFF, 0xD8, 0xFF]);
        again.AsSpan().IndexOf(Hidden).ShouldBe(-1);
    }

    [Fact]
    public void Draw_PageThatIsNotThere_GivesNone() => PagePictures.Draw(new MemoryStream(Png), 2).ShouldBeNull();
}
