using System.Text.Json;
using DataDiplomacy.Api.Http;
using Microsoft.IdentityModel.Tokens;

namespace DataDiplomacy.Api.Access;

/// <summary>
/// The keys of the issuer, from the configured place alone: what a token says about where its key is (jku, x5u, jwk) is never followed, and its kid
/// only chooses among these. They are read again each hour, and at most once a minute when a token names an unknown one. Keys that cannot be read
/// again hold for a day; without any, no token is taken.
/// </summary>
public sealed partial class TokenKeys(TokenOptions options, TimeProvider time, ILogger<TokenKeys> logger) : IDisposable
{
    private const int MaxBytes = 1 << 20;
    private const int LeastRsaBits = 2_048;
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenReads = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _reading = new(1);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = MaxBytes,
    };

    private volatile Held? _held;
    private DateTime _nextRead = DateTime.MinValue;

    /// <summary>The key with this id, or without one the only key there is; null when the issuer has none such.</summary>
    /// <exception cref="ProblemException">503: the keys cannot be read.</exception>
    public async Task<SecurityKey?> FindAsync(string? kid, CancellationToken cancellationToken)
    {
        var held = _held;
        if (held is null || held.Find(kid) is null || time.GetUtcNow().UtcDateTime >= held.ReadAt + Fresh)
        {
            held = await RefreshAsync(cancellationToken);
        }

        return held.Find(kid);
    }

    public void Dispose()
    {
        _http.Dispose();
        _reading.Dispose();
    }

    private async Task<Held> RefreshAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow().UtcDateTime;
            if (now >= _nextRead)
            {
                _nextRead = now + BetweenReads;
                await TryReadAsync(now);
            }

            return _held is { } held && now < held.ReadAt + Kept ? held : throw Unavailable();
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Whoever hangs up meanwhile does not end it for the others.</summary>
    private async Task TryReadAsync(DateTime now)
    {
        try
        {
            _held = new Held(await ReadAsync(), now);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException or JsonException or ArgumentException or OperationCanceledException)
        {
            LogUnread(logger, e);
        }
    }

    private async Task<IReadOnlyList<JsonWebKey>> ReadAsync()
    {
        var text = options.JwksFile is { Length: > 0 } file
            ? await File.ReadAllTextAsync(file)
            : await _http.GetStringAsync(await KeysAddressAsync(options.MetadataAddress ?? ""));
        return [.. new JsonWebKeySet(text).Keys.Where(IsUsable)];
    }

    private async Task<Uri> KeysAddressAsync(string metadata)
    {
        using var document = JsonDocument.Parse(await _http.GetStringAsync(new Uri(metadata)));
        string? Text(string name) => document.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        if (Text("issuer") != options.Issuer)
        {
            throw new JsonException("The metadata is of another issuer than Access:Tokens:Issuer.");
        }

        return Uri.TryCreate(Text("jwks_uri"), UriKind.Absolute, out var address) && TokenOptions.IsSafe(address)
            ? address
            : throw new JsonException("The metadata has no jwks_uri with https.");
    }

    /// <summary>A public key for signatures by the one algorithm.</summary>
    private bool IsUsable(JsonWebKey key) =>
        key.Use is null or "" or "sig" && (string.IsNullOrEmpty(key.Alg) || key.Alg == options.Algorithm) && options.Algorithm switch
        {
            SecurityAlgorithms.EcdsaSha256 => key is { Kty: "EC", Crv: "P-256" },
            SecurityAlgorithms.EcdsaSha384 => key is { Kty: "EC", Crv: "P-384" },
            _ => key.Kty == "RSA" && key.KeySize >= LeastRsaBits,
        };

    private static ProblemException Unavailable() => new(Problems.IssuerUnavailable,
        "The token cannot be checked: the keys of its issuer cannot be read at the moment. Send it again later, use a key of this server, or no Authorization header to read what is public.");

    [LoggerMessage(Level = LogLevel.Error, Message = "The keys of the issuer of tokens cannot be read; it is tried again after a minute")]
    private static partial void LogUnread(ILogger logger, Exception exception);

    private sealed record Held(IReadOnlyList<JsonWebKey> Keys, DateTime ReadAt)
    {
        public JsonWebKey? Find(string? kid) => kid is null
            ? Keys.Count == 1 ? Keys[0] : null
            : Keys.FirstOrDefault(k => string.Equals(k.Kid, kid, StringComparison.Ordinal));
    }
}
