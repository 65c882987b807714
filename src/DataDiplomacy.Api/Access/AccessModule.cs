using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Imports;

namespace DataDiplomacy.Api.Access;

public static class AccessModule
{
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<KeyRing>()
        .AddSingleton<IdempotencyCommands>()
        .AddScoped<CurrentCaller>()
        .AddScoped<Visibility>();

    public static void MapAccess(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/me", Me)
            .WithTags("Access")
            .WithSummary("Who am I to this server, what may I read, and which limits hold?")
            .OpenToAll();

    private static MeView Me(CurrentCaller current, ImportOptions imports) => new()
    {
        Name = current.Caller.Name,
        Role = current.Caller.Role,
        ExpiresAt = current.Caller.ExpiresAt,
        Readable = current.Caller.Readable,
        Limits = new LimitsView { PageItems = Paging.MaxLimit, FilterCodes = Paging.MaxCodes, ImportBytes = imports.MaxBytes },
    };
}
