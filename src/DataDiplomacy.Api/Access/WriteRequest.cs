using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Imports;
using Microsoft.AspNetCore.Http.Features;

namespace DataDiplomacy.Api.Access;

/// <summary>Marks a route whose body is a file, too large to be held in memory: its hash is known when it has been read.</summary>
/// <param name="MaxBytes">Longest body, bytes; null for the limit of imports.</param>
public sealed record StreamedBody(long? MaxBytes = null);

/// <summary>What makes two requests under one Idempotency-Key the same: method, path, query, condition and body.</summary>
internal sealed class WriteRequest : IDisposable
{
    private const int LongestKey = 200;
    private readonly string _head;
    private readonly SHA256 _body = SHA256.Create();

    private WriteRequest(HttpContext http, string key)
    {
        var request = http.Request;
        // A renewed token is the same caller.
        var caller = http.RequestServices.GetRequiredService<CurrentCaller>().Caller;
        Id = HashOf($"{(caller.Kind is CallerKind.Token ? caller.Identity : request.Headers.Authorization)}\n{key}");
        _head = string.Join('\n', request.Method, request.Path, request.QueryString, request.Headers.IfMatch);
        IsStreamed = http.GetEndpoint()?.Metadata.GetMetadata<StreamedBody>() is not null;
    }

    public string Id { get; }

    public bool IsStreamed { get; }

    /// <summary>The hash under which the request claims its key: with the body, or where that is a file without it.</summary>
    public string Hash { get; private set; } = "";

    /// <exception cref="ProblemException">The key is not 1 to 200 printable characters.</exception>
    public static async Task<WriteRequest> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var values = http.Request.Headers[IdempotentWrites.Header];
        if (values is not [{ Length: > 0 and <= LongestKey } key] || key.Any(c => c is < ' ' or > '~'))
        {
            throw ProblemException.Invalid(IdempotentWrites.Header, $"An Idempotency-Key is one value of 1 to {LongestKey} printable ASCII characters, such as a UUID.");
        }

        var read = new WriteRequest(http, key);
        if (read.IsStreamed)
        {
            read.Hash = HashOf(read._head);
            return read;
        }

        http.Request.EnableBuffering();
        read.Hash = read.WithBody(await SHA256.HashDataAsync(http.Request.Body, cancellationToken));
        http.Request.Body.Position = 0;
        return read;
    }

    /// <summary>Hashes the file while the handler reads it.</summary>
    public void Follow(HttpContext http)
    {
        if (IsStreamed)
        {
            http.Request.Body = new CryptoStream(http.Request.Body, _body, CryptoStreamMode.Read, leaveOpen: true);
        }
    }

    /// <summary>The hash with the body, after the handler has read it to its end.</summary>
    public string WholeHash => IsStreamed ? WithBody(_body.Hash ?? []) : Hash;

    /// <summary>True when the request before was this one; a file is read to its end to tell, and not stored.</summary>
    public async Task<bool> IsAsync(IdempotencyRecord before, HttpContext http, ImportOptions options, CancellationToken cancellationToken)
    {
        if (!IsStreamed || before.RequestHash == Hash)
        {
            return before.RequestHash == Hash;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = http.GetEndpoint()?.Metadata.GetMetadata<StreamedBody>()?.MaxBytes ?? options.MaxBytes;
        }

        return before.RequestHash == WithBody(await SHA256.HashDataAsync(http.Request.Body, cancellationToken));
    }

    public void Dispose() => _body.Dispose();

    private string WithBody(byte[] hash) => HashOf($"{_head}\n{Convert.ToHexStringLower(hash)}");

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
