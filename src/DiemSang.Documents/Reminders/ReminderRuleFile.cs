using System.Globalization;
using DiemSang.Core.Reminders;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DiemSang.Documents.Reminders;

/// <summary>Loads <c>catalog/reminders/default.yaml</c>: how work is reminded of where an organisation has not chosen otherwise.</summary>
public static class ReminderRuleFile
{
    private static readonly Lazy<ReminderRule> BesideProgram = new(() => Load(Path.Combine(AppContext.BaseDirectory, "catalog")));

    /// <summary>The rule shipped with the program, read once.</summary>
    public static ReminderRule Default => BesideProgram.Value;

    public static ReminderRule Load(string catalog)
    {
        using var reader = File.OpenText(Path.Combine(catalog, "reminders", "default.yaml"));
        var yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<RuleYaml>(reader);
        return new ReminderRule(
            [.. yaml.Steps.Select(ToStep)],
            [.. yaml.PartnerSteps.Select(ToStep)],
            new QuietHours(Time(yaml.Quiet.From), Time(yaml.Quiet.To)),
            Time(yaml.DigestAt),
            yaml.OneTapDays) { WaitingEvery = yaml.WaitingEvery, BeforeEnd = yaml.BeforeEnd };
    }

    private static LadderStep ToStep(StepYaml step) => new(step.Code, step.WorkingDays, Enum.Parse<Audience>(step.To, ignoreCase: true), step.Every);

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private sealed class RuleYaml
    {
        public string DigestAt { get; set; } = "";
        public QuietYaml Quiet { get; set; } = new();
        public int OneTapDays { get; set; }
        public int WaitingEvery { get; set; }
        public int BeforeEnd { get; set; }
        public List<StepYaml> Steps { get; set; } = [];
        public List<StepYaml> PartnerSteps { get; set; } = [];
    }

    private sealed class QuietYaml
    {
        public string From { get; set; } = "";
        public string To { get; set; } = "";
    }

    private sealed class StepYaml
    {
        public string Code { get; set; } = "";
        public int WorkingDays { get; set; }
        public string To { get; set; } = "";
        public int? Every { get; set; }
    }
}
