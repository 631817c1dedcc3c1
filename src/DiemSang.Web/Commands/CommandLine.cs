using System.CommandLine;

namespace DiemSang.Web.Commands;

/// <summary>The verbs of <c>./diemsang</c>, one file each in this folder.</summary>
public static class CommandLine
{
    public static RootCommand Build() => new("Điểm Sáng: turns a reform plan into running work, and the work into points.")
    {
        ServeCommand.Build(),
    };
}
