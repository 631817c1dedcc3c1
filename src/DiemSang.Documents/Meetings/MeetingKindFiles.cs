using DiemSang.Core.Meetings;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DiemSang.Documents.Meetings;

/// <summary>Loads the kinds of meetings from <c>catalog/meetings/</c>, one file each.</summary>
public static class MeetingKindFiles
{
    private static readonly Lazy<IReadOnlyList<MeetingKind>> BesideProgram = new(() => Load(Path.Combine(AppContext.BaseDirectory, "catalog", "meetings")));

    /// <summary>The kinds shipped with the program, read once, the most frequent first.</summary>
    public static IReadOnlyList<MeetingKind> Default => BesideProgram.Value;

    /// <exception cref="InvalidDataException">A file cannot be read or lacks a field; the message names it.</exception>
    public static IReadOnlyList<MeetingKind> Load(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.yaml").Select(Read).OrderBy(kind => kind.Every == Cadence.None).ThenBy(kind => kind.Every)];

    private static MeetingKind Read(string path)
    {
        try
        {
            using var reader = File.OpenText(path);
            var yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<KindYaml>(reader);
            if (yaml.Code.Length == 0 || yaml.Name.Length == 0 || yaml.Source.Length == 0)
            {
                throw new InvalidDataException($"{path}: thiếu code, name hoặc source.");
            }

            return new MeetingKind(yaml.Code, yaml.Name, yaml.ShortName, Enum.Parse<Cadence>(yaml.Every.Replace("_", ""), ignoreCase: true), yaml.Source, yaml.Agenda)
            {
                TakesRedRows = yaml.TakesRedRows, TakesProposals = yaml.TakesProposals, InvitesHeads = yaml.InvitesHeads, IsOfHamlet = yaml.IsOfHamlet,
            };
        }
        catch (Exception e) when (e is YamlException or ArgumentException)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    private sealed class KindYaml
    {
        public string Code { get; set; } = "";
        public string Name { get; set; } = "";
        public string ShortName { get; set; } = "";
        public string Every { get; set; } = "none";
        public string Source { get; set; } = "";
        public List<string> Agenda { get; set; } = [];
        public bool TakesRedRows { get; set; }
        public bool TakesProposals { get; set; }
        public bool InvitesHeads { get; set; }
        public bool IsOfHamlet { get; set; }
    }
}
