using System.Text.Json;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Reads uploads: what is said is read and checked before any of the content is.</summary>
internal static class RecordFormats
{
    private const int MostSaid = 256 * 1024;

    /// <summary>Reads the first part, and the second as far as its content.</summary>
    /// <param name="request">The request.</param>
    /// <param name="part">The name of the first part.</param>
    /// <param name="check">Refuses what may not be said, by a problem.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Upload<T>> ReadAsync<T>(HttpRequest request, string part, Action<T> check, CancellationToken cancellationToken)
    {
        var order = $"Send two parts in this order: {part} as JSON, content as the file.";
        var reader = new MultipartReader(BoundaryOf(request, order), request.Body);
        try
        {
            var first = await reader.ReadNextSectionAsync(cancellationToken);
            if (first is null || NameOf(first) != part)
            {
                throw ProblemException.Invalid(part, $"The first part is not {part}. {order}");
            }

            var said = await ReadAsync<T>(first, part, cancellationToken);
            check(said);
            var second = await reader.ReadNextSectionAsync(cancellationToken);
            if (second is null || NameOf(second) != "content")
            {
                throw ProblemException.Invalid("content", "The second part is not content. " + order);
            }

            return new Upload<T>(said, new LastPart(second.Body, reader, request.Body, order), FileNameOf(second), MediaTypeOf(second));
        }
        catch (Exception e) when (e is InvalidDataException || e is IOException and not BadHttpRequestException)
        {
            throw ProblemException.Invalid("body", "The body is no whole multipart/form-data. " + order);
        }
    }

    public static string BoundaryOf(HttpRequest request, string order)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            throw new ProblemException(Problems.UnsupportedMediaType, $"'{request.ContentType}' is not supported. Send multipart/form-data. {order}");
        }

        return HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 70 } boundary
            ? boundary
            : throw ProblemException.Invalid("Content-Type", "multipart/form-data has a boundary of 1 to 70 characters (RFC 2046, 5.1.1).");
    }

    private static async Task<T> ReadAsync<T>(MultipartSection section, string part, CancellationToken cancellationToken)
    {
        var bytes = new byte[MostSaid + 1];
        var length = await section.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > MostSaid)
        {
            throw new ProblemException(Problems.TooLarge, $"The part {part} is longer than {MostSaid} bytes.");
        }

        try
        {
            return JsonSerializer.Deserialize<T>(bytes.AsSpan(0, length), WireJson.Options) ?? throw ProblemException.Invalid(part, $"The part {part} is null. It is a JSON object.");
        }
        catch (JsonException e)
        {
            throw ProblemException.Invalid(part, $"The part {part} is not the JSON object that is expected, at {e.Path ?? "$"}.");
        }
    }

    public static string? NameOf(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) ? HeaderUtilities.RemoveQuotes(disposition.Name).Value : null;

    /// <summary>The media type as it was declared, if it can stand in a header again (RFC 9110, 5.5 and 8.3.1).</summary>
    private static string MediaTypeOf(MultipartSection section) =>
        section.ContentType is { Length: > 0 and <= 200 } type && type.All(c => c is >= ' ' and <= '~') && MediaTypeHeaderValue.TryParse(type, out _) ? type : "application/octet-stream";

    private static string? FileNameOf(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
        && HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value is { Length: > 0 and <= 500 } name ? name : null;

    /// <summary>The content; its end is the end of the request, which is read to the last byte, so that the whole of it is known and nothing hides behind it.</summary>
    private sealed class LastPart(Stream content, MultipartReader reader, Stream body, string order) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                if (await content.ReadAsync(buffer, cancellationToken) is var read and > 0)
                {
                    return read;
                }

                if (await reader.ReadNextSectionAsync(cancellationToken) is not null)
                {
                    throw ProblemException.Invalid("body", "A third part follows. " + order);
                }

                await body.CopyToAsync(Null, cancellationToken);
                return 0;
            }
            catch (Exception e) when (e is InvalidDataException || e is IOException and not BadHttpRequestException)
            {
                throw ProblemException.Invalid("body", "The body ends inside the content. " + order);
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
