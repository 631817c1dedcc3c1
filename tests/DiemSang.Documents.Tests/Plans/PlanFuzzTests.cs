using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace DiemSang.Documents.Tests.Plans;

/// <summary>Damaged copies of the fixtures: whatever is cut, mixed or overwritten, a draft comes out or one plain refusal.</summary>
public sealed class PlanFuzzTests
{
    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(150);
    private static readonly string[] Texts = [.. Directory.GetFiles(PlanFixture.Folder, "*.txt").Order().Select(File.ReadAllText)];

    [Fact]
    public void Read_TruncatedText_NeverThrows() => Check.One(Quick, Prop.ForAll(
        (from text in Gen.Elements(Texts) from end in Gen.Choose(0, text.Length) select text[..end]).ToArbitrary(), IsRead));

    [Fact]
    public void Read_ShuffledLines_NeverThrows() => Check.One(Quick, Prop.ForAll(
        (from text in Gen.Elements(Texts) from lines in Gen.Shuffle(text.Split('\n')) select string.Join('\n', lines)).ToArbitrary(), IsRead));

    [Fact]
    public void Read_LinesLeftOut_NeverThrows() => Check.One(Quick, Prop.ForAll(
        (from text in Gen.Elements(Texts)
         from keep in Gen.Elements(true, true, false).ArrayOf(text.Split('\n').Length)
         select string.Join('\n', text.Split('\n').Where((_, i) => keep[i]))).ToArbitrary(), IsRead));

    [Fact]
    public void Read_CharactersOverwritten_NeverThrows() => Check.One(Quick, Prop.ForAll(
        (from text in Gen.Elements(Texts)
         from places in Gen.Choose(0, text.Length - 1).ArrayOf(40)
         from marks in Gen.Elements("\t\n<>|*-:;.()[]/\\\0\u0301IVX1 0đĐ\uD800¹".ToCharArray()).ArrayOf(40)
         select Overwrite(text, places, marks)).ToArbitrary(), IsRead));

    [Fact]
    public void Read_AnyBytes_GivesADraftOrARefusal() => Check.One(Quick, Prop.ForAll<byte[]>(bytes =>
    {
        try
        {
            PlanFile.Read(new MemoryStream(bytes), "ke-hoach.txt").ShouldNotBeNull();
        }
        catch (UnreadableDocumentException e)
        {
            e.Message.ShouldNotContain("\n");
        }
    }));

    [Fact]
    public void Write_AnyDamagedDraft_ReadsBackTheSame() => Check.One(Quick, Prop.ForAll(
        (from text in Gen.Elements(Texts) from end in Gen.Choose(0, text.Length) select text[..end]).ToArbitrary(),
        text =>
        {
            var json = PlanDraftJson.Write(PlanFixture.ReadText(text));
            return PlanDraftJson.Write(PlanDraftJson.Read(json)) == json;
        }));

    private static bool IsRead(string text)
    {
        PlanDraft draft = PlanFixture.ReadText(text);
        return PlanSummary.Write(draft).Length > 0 && draft.Rows.All(row => row.Source is not null);
    }

    private static string Overwrite(string text, int[] places, char[] marks)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i < places.Length; i++)
        {
            letters[places[i]] = marks[i];
        }

        return new string(letters);
    }
}
