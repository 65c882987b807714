using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Finds records by the digest of their content. What the caller may not know of answers exactly like what is not there.</summary>
public sealed class VerifyQueries(IDbContextFactory<DataContext> contexts, LedgerKeys keys, RecordVisibility visibility, IValidator<VerifyDigests> validator)
{
    public async Task<DigestMatchesView> FindAsync(VerifyDigests request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var digests = Digests(request.Sha256).Select(d => d.ToLowerInvariant()).ToList();
        var indexed = digests.Distinct().ToDictionary(d => IndexOf(keys, d), d => d);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = indexed.Keys.ToList();
        var found = await visibility.Records(context).AsNoTracking().Where(r => r.ContentIndex != null && wanted.Contains(r.ContentIndex))
            .OrderBy(r => r.LogIndex).Select(r => new { r.ContentIndex, r.Id, r.CreatedAt, r.LogIndex }).ToListAsync(cancellationToken);
        var byDigest = found.GroupBy(r => indexed[r.ContentIndex ?? ""]).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return new DigestMatchesView
        {
            Items = [.. digests.Select(d => byDigest.TryGetValue(d, out var r)
                ? new DigestMatchView { Sha256 = d, Known = true, Since = r.CreatedAt, RecordId = r.Id, LogIndex = r.LogIndex, Proof = $"/v1/evidence/{r.Id}/proof" }
                : new DigestMatchView { Sha256 = d, Known = false })],
        };
    }

    /// <summary>The digests of a request; none when it is neither a text nor a list of texts.</summary>
    public static IReadOnlyList<string> Digests(JsonElement? sha256) => sha256 switch
    {
        { ValueKind: JsonValueKind.String } one => [TextOf(one)],
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(e => e.ValueKind is JsonValueKind.String) => [.. list.EnumerateArray().Select(TextOf)],
        _ => [],
    };

    private static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are no UTF-8: no digest.
            return "";
        }
    }

    /// <summary>What the database keeps of a digest: nobody without the secret beside it can test a guess.</summary>
    public static string IndexOf(LedgerKeys keys, string sha256) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.ContentIndex, Encoding.ASCII.GetBytes("content " + sha256)));
}
