using DataDiplomacy.Api.Access;

namespace DataDiplomacy.Api.Home;

/// <summary>Tells whoever watches over the server whether it lives and whether it can answer.</summary>
public static class HealthEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", Live).WithTags("Health").WithSummary("200 while the process runs").Produces<HealthView>().OpenToAll();
        app.MapGet("/health/ready", ReadyAsync).WithTags("Health").WithSummary("200 when the database answers and is up to date, else 503")
            .Produces<HealthView>().Produces<HealthView>(503).OpenToAll();
    }

    private static HealthView Live() => new() { Status = "live", Detail = null };

    private static async Task<IResult> ReadyAsync(HealthQueries queries, CancellationToken cancellationToken) =>
        await queries.FindFaultAsync(cancellationToken) is { } fault
            ? TypedResults.Json(new HealthView { Status = "notReady", Detail = fault }, statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Ok(new HealthView { Status = "ready", Detail = null });
}
