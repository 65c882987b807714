using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

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

    private static async Task<IResult> ReadyAsync(IDbContextFactory<DataContext> contexts, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var pending = await context.Database.GetPendingMigrationsAsync(cancellationToken);
            return pending.Any()
                ? NotReady("The database is older than the program: run the migrate verb.")
                : TypedResults.Ok(new HealthView { Status = "ready", Detail = null });
        }
        catch (System.Data.Common.DbException)
        {
            return NotReady("The database does not answer.");
        }
    }

    private static IResult NotReady(string detail) =>
        TypedResults.Json(new HealthView { Status = "notReady", Detail = detail }, statusCode: StatusCodes.Status503ServiceUnavailable);
}
