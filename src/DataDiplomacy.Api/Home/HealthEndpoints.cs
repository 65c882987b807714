using DataDiplomacy.Api.Access;

namespace DataDiplomacy.Api.Home;

/// <summary>Tells whoever watches over the server whether it lives and whether it can answer.</summary>
public static class HealthEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", Live).WithTags("Health").WithSummary("200 while the process runs").Produces<HealthView>().OpenToAll();
        app.MapGet("/health/ready", ReadyAsync).WithTags("Health").WithSummary("200 when the database answers and is up to date, else 503")
            .WithDescription("`ledger` says how far the log of evidence is sealed. It changes no status: with a ledger that is behind or failed, reads are answered as ever, so watch `ledger.status` for an alarm of its own.")
            .Produces<HealthView>().Produces<HealthView>(503).OpenToAll();
    }

    private static HealthView Live() => new() { Status = "live", Detail = null };

    private static async Task<IResult> ReadyAsync(HealthQueries queries, CancellationToken cancellationToken)
    {
        var health = await queries.FindAsync(cancellationToken);
        return health.Detail is null ? TypedResults.Ok(health) : TypedResults.Json(health, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
