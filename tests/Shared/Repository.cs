namespace DiemSang.Tests;

/// <summary>Where the repository and, when it is laid beside it, the shared reference material are.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The four real plans beside the repository, or null where they are absent; tests then say they were skipped.</summary>
    public static string? SharedPlans
    {
        get
        {
            var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "plans"));
            return Directory.Exists(folder) ? folder : null;
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DiemSang.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("DiemSang.slnx was not found above the test assembly.");
    }
}

/// <summary>A test that reads the four real plans in ../shared/plans; skipped, and saying so, where they are not present.</summary>
public sealed class RealPlansFactAttribute : FactAttribute
{
    public RealPlansFactAttribute()
    {
        if (Repository.SharedPlans is null)
        {
            Skip = "../shared/plans is not present beside this checkout.";
        }
    }
}

/// <summary>The same for a theory.</summary>
public sealed class RealPlansTheoryAttribute : TheoryAttribute
{
    public RealPlansTheoryAttribute()
    {
        if (Repository.SharedPlans is null)
        {
            Skip = "../shared/plans is not present beside this checkout.";
        }
    }
}
