using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Imports;

namespace DataDiplomacy.Api.Access;

public static class AccessEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/me", Me).WithTags("Access").WithSummary("Who am I to this server, what may I read, and which limits hold?").Produces<MeView>().OpenToAll();
        api.MapGet("/audit", AuditAsync).WithTags("Access").WithSummary("Who did or read what: writes, and reads of data that is not public, oldest first")
            .Lists<AuditRecordView>().Needs(Role.Admin);
        var keys = api.MapGroup("/keys").WithTags("Access").Takes("id", "key-0198f2b1c0e57d4a8936b1f0c2d4e6a8", "The key, by the id that GET /v1/keys lists.");
        keys.MapGet("", ListKeysAsync).WithSummary("Keys, oldest first, never what they consist of").Lists<KeyView>().Needs(Role.Admin);
        keys.MapPost("", CreateKeyAsync).WithSummary("Issues a key, shown this once only").Accepts<CreateKey>("application/json")
            .Creates<NewKeyView>().Refuses(400, 415).NeedsForASecret(Role.Admin);
        keys.MapDelete("/{id}", RevokeKeyAsync).WithSummary("Revokes a key: at once on this server, within a minute on others")
            .Gives<KeyView>().Needs(Role.Admin);
    }

    private static MeView Me(CurrentCaller current, RecordVisibility evidence, ImportOptions imports) => new()
    {
        Kind = current.Caller.Kind,
        Name = current.Caller.Name,
        Actor = current.Caller.Role is null ? null : evidence.Actor,
        Role = current.Caller.Role,
        ExpiresAt = current.Caller.ExpiresAt,
        Readable = current.Caller.Readable,
        Limits = new LimitsView { PageItems = Paging.MaxLimit, FilterCodes = Paging.MaxCodes, ImportBytes = imports.MaxBytes },
    };

    private static async Task<IResult> AuditAsync([AsParameters] ListAudit request, AuditQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListAsync(request, cancellationToken));

    private static async Task<IResult> ListKeysAsync([AsParameters] ListKeys request, KeyRing keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(await keys.ListAsync(request, cancellationToken));

    private static async Task<IResult> CreateKeyAsync(CreateKey request, HttpContext http, KeyRing keys, CancellationToken cancellationToken)
    {
        var key = await keys.CreateAsync(request, cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created((string?)null, key);
    }

    private static async Task<IResult> RevokeKeyAsync(string id, KeyRing keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(await keys.RevokeAsync(id, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no key '{id}'. GET /v1/keys lists them."));
}
