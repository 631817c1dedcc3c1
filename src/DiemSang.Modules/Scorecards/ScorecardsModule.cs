using DiemSang.Modules.Scorecards.Appraising;
using DiemSang.Modules.Scorecards.Feeding;
using DiemSang.Modules.Scorecards.Figures;
using DiemSang.Modules.Scorecards.Improving;
using DiemSang.Modules.Scorecards.Results;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Modules.Scorecards.Targets;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Scorecards;

/// <summary>What the Scorecards module brings.</summary>
public static class ScorecardsModule
{
    /// <summary>The ids of organisations that keep, take part in or appraise a round which is open or was just published; known before there is a tenant.</summary>
    public static FormattableString OrganisationsWithOpenRounds => $"select organisations_with_open_rounds as \"Value\" from scorecards.organisations_with_open_rounds()";

    public static IServiceCollection AddScorecards(this IServiceCollection services)
    {
        services.AddSingleton<EngineShelf>();
        services.AddScoped<SetProblems>();
        services.AddScoped<SetLibrary>();
        services.AddScoped<SetEditor>();
        services.AddScoped<RoundReader>();
        services.AddScoped<RoundKeeper>();
        services.AddScoped<RoundClock>();
        services.AddScoped<RoundNews>();
        services.AddScoped<AgencyRoster>();
        services.AddScoped<SheetReader>();
        services.AddScoped<SelfScorer>();
        services.AddScoped<TaskFigures>();
        services.AddScoped<SurveyFigures>();
        services.AddScoped<SurveyCriteria>();
        services.AddScoped<FigureOffers>();
        services.AddScoped<DutyRoster>();
        services.AddScoped<Appraiser>();
        services.AddScoped<AppraisalQueue>();
        services.AddScoped<FigureImporter>();
        services.AddScoped<Publisher>();
        services.AddScoped<RankingReader>();
        services.AddScoped<ResultImporter>();
        services.AddScoped<YearReader>();
        services.AddScoped<TargetReader>();
        services.AddScoped<FeedReader>();
        services.AddScoped<Improvement>();
        services.AddScoped<FedCriteria>();
        return services;
    }
}
