using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Evidence.MailKeys;

public static class MailKeyEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var keys = api.MapGroup("/mail-keys").WithTags("Evidence").WithMetadata(new OwnTag());
        keys.MapGet("", (MailKeyQueries queries, [AsParameters] ListMailKeys request, CancellationToken cancellationToken) => queries.ListAsync(request, cancellationToken))
            .WithSummary("The archive of keys by which e-mails are checked, oldest entry first")
            .WithDescription("Domains withdraw their DKIM keys; a message from then is checked with the key as it stood when it was signed. Each entry says where it comes from and for which time it is known.")
            .Lists<MailKeyView>().OpenToAll();
        keys.MapPost("", AddAsync).WithSummary("Archives a key of a mail domain")
            .WithDescription("Nothing is asked of the DNS, and nothing in the archive is ever changed: what is known later is another entry.")
            .Creates<MailKeyView>().Refuses(400, 401, 403, 415).Needs(Role.Verifier);
    }

    private static async Task<IResult> AddAsync([FromBody] AddMailKey request, MailKeyCommands commands, CancellationToken cancellationToken)
    {
        var added = await commands.AddAsync(request, cancellationToken);
        return TypedResults.Created($"/v1/mail-keys?domain={added.Domain}&selector={added.Selector}", added);
    }
}
