using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>What is looked for as it comes in: digests as JSON, or the contents themselves, which are hashed while they arrive and kept nowhere.</summary>
internal sealed class VerifyFormats
{
    public const string Form = "multipart/form-data";
    public const string File = "application/octet-stream";

    private const string Expected = "Send { \"sha256\": … } as application/json, a file as application/octet-stream, or files as multipart/form-data, each as a part content.";

    private readonly long _most;
    private long _left;

    private VerifyFormats(long most) => _most = _left = most;

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="most">Largest contents together, bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<VerifyDigests> ReadAsync(HttpRequest request, long most, CancellationToken cancellationToken)
    {
        if (request.HasJsonContentType())
        {
            return await ReadDigestsAsync(request, cancellationToken);
        }

        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType.Value?.ToLowerInvariant() : null;
        if (type is not (Form or File))
        {
            throw new ProblemException(Problems.UnsupportedMediaType, $"'{request.ContentType}' is not supported. {Expected}");
        }

        var reading = new VerifyFormats(most);
        if (request.ContentLength > most + RecordOptions.AroundContent)
        {
            throw reading.TooLarge();
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most + RecordOptions.AroundContent;
        }

        IReadOnlyList<string> digests = type == File ? [await reading.HashAsync(request.Body, cancellationToken)] : await reading.HashPartsAsync(request, cancellationToken);
        return new VerifyDigests { Sha256 = JsonSerializer.SerializeToElement(digests) };
    }

    private static async Task<VerifyDigests> ReadDigestsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFromJsonAsync<VerifyDigests>(cancellationToken) ?? throw ProblemException.Invalid("body", $"The body is null. {Expected}");
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException("The body is not the JSON that is expected.", e);
        }
    }

    private async Task<IReadOnlyList<string>> HashPartsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var digests = new List<string>();
        try
        {
            var reader = new MultipartReader(RecordFormats.BoundaryOf(request, Expected), request.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } part)
            {
                if (RecordFormats.NameOf(part) != "content" || digests.Count == Paging.MaxCodes)
                {
                    throw ProblemException.Invalid("content", $"The form has 1 to {Paging.MaxCodes} parts, each a file with the name content.");
                }

                digests.Add(await HashAsync(part.Body, cancellationToken));
            }
        }
        catch (Exception e) when (e is InvalidDataException || e is IOException and not BadHttpRequestException)
        {
            throw ProblemException.Invalid("body", "The body is no whole multipart/form-data. " + Expected);
        }

        return digests.Count > 0 ? digests : throw ProblemException.Invalid("content", $"The form has no part content. {Expected}");
    }

    private async Task<string> HashAsync(Stream content, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        var isEmpty = true;
        while (await content.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            isEmpty = false;
            _left -= read;
            if (_left < 0)
            {
                throw TooLarge();
            }

            hash.AppendData(buffer, 0, read);
        }

        return isEmpty ? throw ProblemException.Invalid("content", $"The content is empty. {Expected}") : Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private ProblemException TooLarge() => new(Problems.TooLarge, string.Create(CultureInfo.InvariantCulture,
        $"The contents are larger than {_most} bytes. Send their SHA-256 instead, as {{ \"sha256\": [ … ] }}: sha256sum, shasum -a 256 or certutil -hashfile FILE SHA256 make it."));
}
