using DiemSang.Modules.Evidence.Keeping;
using DiemSang.Modules.Evidence.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Evidence;

/// <summary>What the Evidence module brings.</summary>
public static class EvidenceModule
{
    /// <summary>SQL that gives the organisations with files whose text was not read yet, for scheduled work.</summary>
    public static FormattableString OrganisationsWithUnreadFiles =>
        $"select organisations_with_unread_files as \"Value\" from evidence.organisations_with_unread_files()";

    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.AddScoped<EvidenceLibrary>();
        services.AddScoped<EvidenceSearch>();
        services.AddScoped<EvidenceDesk>();
        services.AddScoped<EvidenceReader>();
        services.AddScoped<EvidenceFiles>();
        services.AddScoped<MissingProofs>();
        services.AddScoped<FileTextReading>();
        return services;
    }
}
