using DiemSang.Modules.Plans.Aiming;
using DiemSang.Modules.Plans.Amending;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Plans.Covering;
using DiemSang.Modules.Plans.Deriving;
using DiemSang.Modules.Plans.Exporting;
using DiemSang.Modules.Plans.Following;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Plans.Obstacles;
using DiemSang.Modules.Plans.Requests;
using DiemSang.Modules.Plans.Returning;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Plans.Targets;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Plans.YearEnd;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Plans;

/// <summary>What the Plans module brings.</summary>
public static class PlansModule
{
    /// <summary>
    /// SQL that gives the organisations whose plans are running, for scheduled work: it knows no tenant yet, and learns nothing but their ids.
    /// </summary>
    public static FormattableString OrganisationsWithIssuedPlans =>
        $"select organisations_with_issued_plans as \"Value\" from plans.organisations_with_issued_plans()";

    public static IServiceCollection AddPlans(this IServiceCollection services)
    {
        services.AddScoped<PlanReadiness>();
        services.AddScoped<PlanIssuer>();
        services.AddScoped<OccurrenceTopUp>();
        services.AddScoped<RowProposer>();
        services.AddScoped<AmendmentReading>();
        services.AddScoped<AmendmentRows>();
        services.AddScoped<AmendmentDesk>();
        services.AddScoped<AmendmentApprover>();
        services.AddScoped<TaskFollower>();
        services.AddScoped<PlanEditions>();
        services.AddScoped<PlanDeriver>();
        services.AddScoped<YearPlans>();
        services.AddScoped<CoverReading>();
        services.AddScoped<CoverEditor>();
        services.AddScoped<ContentAims>();
        services.AddScoped<YearEndReading>();
        services.AddScoped<AmendmentPrinter>();
        services.AddScoped<ProgressReporter>();
        services.AddScoped<TaskFollowing>();
        services.AddScoped<TargetBook>();
        services.AddScoped<TargetOffers>();
        services.AddScoped<ObstacleDesk>();
        services.AddScoped<RequestDesk>();
        services.AddScoped<UpdateReturner>();
        services.AddScoped<TaskAssigner>();
        services.AddScoped<DueDays>();
        services.AddScoped<TaskReader>();
        services.AddScoped<BoardSearch>();
        services.AddScoped<TasksBelow>();
        services.AddScoped<MyWork>();
        services.AddScoped<BoardChoices>();
        services.AddScoped<PlanPrinter>();
        services.AddSingleton<PlanReadingQueue>();
        services.AddScoped<PlanImporter>();
        services.AddScoped<PlanReading>();
        services.AddScoped<PlanImports>();
        services.AddScoped<UnfinishedImports>();
        services.AddHostedService<PlanReadingService>();
        services.AddScoped<PlanCreation>();
        services.AddScoped<PlanCorrection>();
        services.AddScoped<UnitDirectory>();
        services.AddScoped<UnitChoices>();
        services.AddScoped<PlanEditing>();
        services.AddScoped<RowEditor>();
        services.AddScoped<HeaderEditor>();
        services.AddScoped<TableEntry>();
        services.AddScoped<PageImages>();
        services.AddScoped<PlanReview>();
        services.AddScoped<PlanSearch>();

        return services;
    }
}
