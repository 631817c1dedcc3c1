using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DiemSang.Web.Commands.Demo;

/// <summary>demo/organisations.yaml as it is written.</summary>
public sealed class DemoFile
{
    public required string Password { get; set; }

    /// <summary>People's addresses are their user name at this domain.</summary>
    public required string MailDomain { get; set; }

    /// <summary>The plan document beside this file, and the code of the organisation whose plan it is.</summary>
    public required string Plan { get; set; }
    public required string PlanOf { get; set; }

    /// <summary>Code of the organisation that keeps the rounds, and the criteria set of the catalog they lie on.</summary>
    public required string RoundsOf { get; set; }
    public required string Criteria { get; set; }
    public required List<DemoOrganisation> Organisations { get; set; }

    public static DemoFile Read(string folder)
    {
        using var reader = File.OpenText(Path.Combine(folder, "organisations.yaml"));
        return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<DemoFile>(reader);
    }
}

public sealed class DemoOrganisation
{
    public required string Code { get; set; }
    public string? Parent { get; set; }
    public required string Name { get; set; }
    public required string ShortName { get; set; }
    public required string Place { get; set; }
    public required string Kind { get; set; }
    public List<DemoUnit> Units { get; set; } = [];
    public List<DemoPerson> People { get; set; } = [];
}

public sealed class DemoUnit
{
    public required string Name { get; set; }
    public required string ShortName { get; set; }
    public required string Kind { get; set; }
    public List<string> Wordings { get; set; } = [];
    public List<string> Former { get; set; } = [];
}

public sealed class DemoPerson
{
    public required string Name { get; set; }
    public string? Post { get; set; }
    public required string User { get; set; }
    public List<string> Roles { get; set; } = [];
    public string? Unit { get; set; }
    public string? UnitRole { get; set; }
    public bool Acting { get; set; }
}
