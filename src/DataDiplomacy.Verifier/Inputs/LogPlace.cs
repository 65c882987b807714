using System.Net;

namespace DataDiplomacy.Verifier.Inputs;

/// <summary>Where a log is: a folder, or the prefix of its addresses. Gives files by their path below it.</summary>
internal sealed class LogPlace : IDisposable
{
    /// <summary>256 entries of 65,535 bytes and their lengths: nothing of a log is longer.</summary>
    private const int MaxLength = 256 * (65_535 + 2);

    private readonly string _folder = "";
    private readonly HttpClient? _client;

    public LogPlace(string place)
    {
        if (Uri.TryCreate(place, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
        {
            var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All };
            _client = new HttpClient(handler) { BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/') + "/"), MaxResponseContentBufferSize = MaxLength };
            // c2sp.org/tlog-tiles asks clients to say who they are.
            _client.DefaultRequestHeaders.UserAgent.ParseAdd("DataDiplomacy.Verifier");
            return;
        }
        if (!Directory.Exists(place)) throw new UnreadableException($"{place} is neither a folder nor an http address.");
        _folder = place;
    }

    /// <summary>The bytes of a file; null if there is none.</summary>
    public byte[]? Read(string path) => _client is null ? FromFolder(Path.Combine(_folder, path)) : FromSite(_client, path);

    public void Dispose() => _client?.Dispose();

    private static byte[]? FromFolder(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists) return null;
        return file.Length <= MaxLength ? InputFile.Bytes(path) : throw new UnreadableException($"{path} has {file.Length} bytes; no file of a log has more than {MaxLength}.");
    }

    private static byte[]? FromSite(HttpClient client, string path)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            using var response = client.Send(request, HttpCompletionOption.ResponseContentRead);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone) return null;
            response.EnsureSuccessStatusCode();
            using var content = response.Content.ReadAsStream();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
        {
            throw new UnreadableException($"{client.BaseAddress}{path} cannot be fetched: {error.Message}", error);
        }
    }
}
