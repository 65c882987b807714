namespace DataDiplomacy.Api.Evidence.Assessments;

public static class AssessmentModule
{
    public static IServiceCollection AddAssessments(this IServiceCollection services) => services
        .AddScoped<AssessmentQueries>()
        .AddScoped<ClaimQueries>()
        .AddScoped<AssessmentCommands>();
}
