using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Commands;

/// <summary><c>key create</c> and <c>key revoke</c>.</summary>
internal static class KeyCommand
{
    public static async Task<int> CreateAsync(string role, CreateKey request, CancellationToken cancellationToken)
    {
        if (!WireNames.TryParse<Role>(role, out var known))
        {
            await Console.Error.WriteLineAsync($"'{role}' is no role. Roles: {string.Join(", ", WireNames.All<Role>())}.");
            return 2;
        }

        await using var app = await VerbHost.StartAsync(cancellationToken);
        try
        {
            var created = await app.Services.GetRequiredService<KeyRing>().CreateAsync(request with { Role = known }, cancellationToken);
            await VerbHost.RecordAsync(app, "key create", [], 0);
            await Console.Out.WriteLineAsync(created.Secret);
            return 0;
        }
        catch (Exception e) when (ProblemHandler.Refusal(e) is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Detail);
            return 2;
        }
    }

    public static async Task<int> RevokeAsync(string id, CancellationToken cancellationToken)
    {
        await using var app = await VerbHost.StartAsync(cancellationToken);
        if (await app.Services.GetRequiredService<KeyRing>().RevokeAsync(id, cancellationToken) is not { } key)
        {
            await Console.Error.WriteLineAsync($"There is no key '{id}'. GET /v1/keys lists them.");
            return 1;
        }

        await VerbHost.RecordAsync(app, "key revoke", [], 0);
        await Console.Out.WriteLineAsync($"{key.Id} ({key.Prefix}…, {key.Name}) is revoked. Running servers take it for at most half a minute more.");
        return 0;
    }
}
