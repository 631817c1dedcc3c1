using DiemSang.Modules.Surveys.Codes;
using DiemSang.Modules.Surveys.Collecting;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Modules.Surveys.Outside;
using DiemSang.Modules.Surveys.Paper;
using DiemSang.Modules.Surveys.Publishing;
using DiemSang.Modules.Surveys.Results;
using DiemSang.Modules.Surveys.Reviewing;
using DiemSang.Modules.Surveys.Sampling;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Surveys;

/// <summary>What the Surveys module brings.</summary>
public static class SurveysModule
{
    public static IServiceCollection AddSurveys(this IServiceCollection services)
    {
        services.AddSingleton<FormDirectory>();
        services.AddSingleton<ResponseWriter>();
        services.AddScoped<CodeChecker>();
        services.AddScoped<SurveyKeeper>();
        services.AddScoped<SurveyList>();
        services.AddScoped<WaveProgress>();
        services.AddScoped<CodeIssuer>();
        services.AddScoped<PaperDesk>();
        services.AddScoped<HelperNames>();
        services.AddScoped<ReviewDesk>();
        services.AddScoped<BackCheckDesk>();
        services.AddScoped<SampleDesk>();
        services.AddScoped<StrataReader>();
        services.AddScoped<WaveAnswersReader>();
        services.AddScoped<ResultsReader>();
        services.AddScoped<ResultsPublisher>();
        services.AddScoped<PublishedFigures>();
        services.AddScoped<OutsideSurveyList>();
        return services;
    }
}
