using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Commands;

/// <summary><c>key create</c>.</summary>
internal static class KeyCommand
{
    public static async Task<int> CreateAsync(string role, string name, string? expires, string? onlyCase, CancellationToken cancellationToken)
    {
        if (!WireNames.TryParse<Role>(role, out var known))
        {
            await Console.Error.WriteLineAsync($"'{role}' is no role. Roles: {string.Join(", ", WireNames.All<Role>())}.");
            return 2;
        }

        DateTime? expiresAt = null;
        if (expires is not null)
        {
            if (!Instants.TryParse(expires, out var instant))
            {
                await Console.Error.WriteLineAsync($"'{expires}' is no instant: write 2027-01-01 or 2027-01-01T12:00:00Z.");
                return 2;
            }

            expiresAt = instant;
        }

        await using var app = await VerbHost.StartAsync(cancellationToken);
        var secret = await app.Services.GetRequiredService<KeyRing>().IssueAsync(name, known, expiresAt, onlyCase, cancellationToken);
        await Console.Out.WriteLineAsync(secret);
        return 0;
    }
}
