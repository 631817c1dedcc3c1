using System.CommandLine;
using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Reading;

namespace DiemSang.Web.Commands;

/// <summary><c>diemsang plan read FILE [--json]</c>: what a plan document says, on standard output. An unreadable file gives exit 2 and one line.</summary>
public static class PlanCommand
{
    public static Command Build() => new("plan", "Work with plan documents.") { Read() };

    private static Command Read()
    {
        var file = new Argument<string>("file") { Description = "DOCX, XLSX, XLS, CSV, HTML, text, PDF or scanned image." };
        var json = new Option<bool>("--json") { Description = "Print the draft as JSON instead of a summary." };
        var command = new Command("read", "Read a plan and print what was understood; nothing is saved.") { file, json };
        command.SetAction((result, cancel) =>
            Task.FromResult(Print(result.GetValue(file)!, result.GetValue(json), result.InvocationConfiguration, cancel)));
        return command;
    }

    private static int Print(string path, bool asJson, InvocationConfiguration console, CancellationToken cancel)
    {
        PlanDraft draft;
        try
        {
            draft = PlanFile.Read(path, cancel: cancel);
        }
        catch (UnreadableDocumentException e)
        {
            console.Error.WriteLine(e.Message.ReplaceLineEndings(" "));
            return CommandLine.BadInput;
        }

        console.Output.WriteLine(asJson ? PlanDraftJson.Write(draft) : PlanSummary.Write(draft));
        return 0;
    }
}
