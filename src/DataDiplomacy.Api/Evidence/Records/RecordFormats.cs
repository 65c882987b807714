using System.Text.Json;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>An upload as it comes in: the record is read and checked before any of the content is.</summary>
/// <param name="Record">What is said about it.</param>
/// <param name="Content">The content, not read yet.</param>
/// <param name="FileName">The name of the file as it was sent.</param>
/// <param name="MediaType">The media type as it was declared.</param>
internal sealed record RecordFormats(AddRecord Record, Stream Content, string? FileName, string MediaType)
{
    private const int MostRecord = 256 * 1024;
    private const string Order = "Send two parts in this order: record as JSON, content as the file.";

    public static async Task<RecordFormats> ReadAsync(HttpRequest request, Action<AddRecord> check, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(BoundaryOf(request), request.Body);
        try
        {
            var first = await reader.ReadNextSectionAsync(cancellationToken);
            if (first is null || NameOf(first) != "record")
            {
                throw ProblemException.Invalid("record", "The first part is not record. " + Order);
            }

            var record = await ReadRecordAsync(first, cancellationToken);
            check(record);
            var second = await reader.ReadNextSectionAsync(cancellationToken);
            if (second is null || NameOf(second) != "content")
            {
                throw ProblemException.Invalid("content", "The second part is not content. " + Order);
            }

            return new RecordFormats(record, new LastPart(second.Body, reader, request.Body), FileNameOf(second), second.ContentType is { Length: > 0 and <= 200 } type ? type : "application/octet-stream");
        }
        catch (Exception e) when (e is InvalidDataException || e is IOException and not BadHttpRequestException)
        {
            throw ProblemException.Invalid("body", "The body is no whole multipart/form-data. " + Order);
        }
    }

    public static string BoundaryOf(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            throw new ProblemException(Problems.UnsupportedMediaType, $"'{request.ContentType}' is not supported. Send multipart/form-data. {Order}");
        }

        return HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 70 } boundary
            ? boundary
            : throw ProblemException.Invalid("Content-Type", "multipart/form-data has a boundary of 1 to 70 characters (RFC 2046, 5.1.1).");
    }

    private static async Task<AddRecord> ReadRecordAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var bytes = new byte[MostRecord + 1];
        var length = await section.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > MostRecord)
        {
            throw new ProblemException(Problems.TooLarge, $"The part record is longer than {MostRecord} bytes.");
        }

        try
        {
            return JsonSerializer.Deserialize<AddRecord>(bytes.AsSpan(0, length), WireJson.Options) ?? throw ProblemException.Invalid("record", "The part record is null. It is a JSON object.");
        }
        catch (JsonException e)
        {
            throw ProblemException.Invalid("record", $"The part record is not the JSON object that is expected, at {e.Path ?? "$"}.");
        }
    }

    public static string? NameOf(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) ? HeaderUtilities.RemoveQuotes(disposition.Name).Value : null;

    private static string? FileNameOf(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
        && HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value is { Length: > 0 and <= 500 } name ? name : null;

    /// <summary>The content; its end is the end of the request, which is read to the last byte, so that the whole of it is known and nothing hides behind it.</summary>
    private sealed class LastPart(Stream content, MultipartReader reader, Stream body) : Stream
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
                    throw ProblemException.Invalid("body", "A third part follows. " + Order);
                }

                await body.CopyToAsync(Null, cancellationToken);
                return 0;
            }
            catch (Exception e) when (e is InvalidDataException || e is IOException and not BadHttpRequestException)
            {
                throw ProblemException.Invalid("body", "The body ends inside the content. " + Order);
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
