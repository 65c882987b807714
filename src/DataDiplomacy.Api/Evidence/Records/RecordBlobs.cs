using System.Security.Cryptography;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>What was staged: digests of what came in, and where it waits.</summary>
/// <param name="Path">The file aside.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Sha512">Lower-case hexadecimal.</param>
/// <param name="Bytes">Length.</param>
/// <param name="Head">The first bytes, by which the type is recognised.</param>
public sealed record StagedBlob(string Path, string Sha256, string Sha512, long Bytes, byte[] Head);

/// <summary>
/// Contents of records on disk. Public ones lie in the clear under their SHA-256, each once; all others lie one each, under the key of their record.
/// They are flushed to the disk and named before anything refers to them.
/// </summary>
public sealed class RecordBlobs(StorageOptions storage, RecordOptions options)
{
    private const int HeadLength = 4096;

    /// <summary>Takes a content in and hashes it on its way; with a key it is written encrypted.</summary>
    /// <exception cref="ProblemException">It is larger than what is taken.</exception>
    public async Task<StagedBlob> StageAsync(Stream content, byte[]? key, CancellationToken cancellationToken)
    {
        var path = Path.Combine(storage.Blobs, "incoming", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // It has the folder above.
        try
        {
            await using var file = new FileStream(path, DurableFile.Private(FileMode.CreateNew));
            using var staging = new Staging(file, key);
            await staging.TakeAsync(content, options.MaxBytes, cancellationToken);
            file.Flush(flushToDisk: true);
            return staging.Done(path);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Gives a staged content its place.</summary>
    /// <returns>The reference under which it is found.</returns>
    public string Publish(StagedBlob staged, string recordId, bool isPublic)
    {
        var reference = isPublic ? $"public/{staged.Sha256[..2]}/{staged.Sha256}" : SealedReferenceOf(recordId);
        var path = PathOf(reference);
        if (isPublic && File.Exists(path))
        {
            // The same bytes were checked when they were staged and are checked whenever they are read.
            File.Delete(staged.Path);
            return reference;
        }

        DurableFile.Publish(staged.Path, path);
        return reference;
    }

    /// <summary>Opens a content; null when it is gone.</summary>
    public Stream? Open(string reference, byte[]? contentKey, long bytes)
    {
        try
        {
            var file = new FileStream(PathOf(reference), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
            return contentKey is null ? file : SealedContent.Read(file, contentKey, bytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>SHA-256 of what lies there, lower-case hexadecimal; null when it is gone, or cannot be decrypted because it was changed.</summary>
    public async Task<string?> HashAsync(string reference, byte[]? contentKey, long bytes, CancellationToken cancellationToken)
    {
        await using var content = Open(reference, contentKey, bytes);
        try
        {
            return content is null ? null : Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        }
        catch (Exception e) when (e is CryptographicException or EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>Whether a content lies there.</summary>
    public bool Exists(string reference) => File.Exists(PathOf(reference));

    /// <summary>Destroys a content for good.</summary>
    public void Destroy(string reference) => DurableFile.Destroy(PathOf(reference));

    /// <summary>Takes a content from its place, to be destroyed by <see cref="DestroyTaken"/>.</summary>
    public void TakeAway(string reference)
    {
        if (Exists(reference))
        {
            DurableFile.Publish(PathOf(reference), Path.Combine(Taken, Guid.NewGuid().ToString("N")));
        }
    }

    /// <summary>Destroys for good what was taken away, also what a crash left of it.</summary>
    public void DestroyTaken()
    {
        if (!Directory.Exists(Taken))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(Taken))
        {
            try
            {
                DurableFile.Destroy(file);
            }
            catch (FileNotFoundException)
            {
                // Another was faster.
            }
        }
    }

    /// <summary>The reference under which an encrypted content of this record lies.</summary>
    public static string SealedReferenceOf(string recordId) => $"sealed/{recordId[^2..]}/{recordId}";

    public static bool IsSealed(string reference) => reference.StartsWith("sealed/", StringComparison.Ordinal);

    private string Taken => Path.Combine(storage.Blobs, "taken");

    private string PathOf(string reference) => Path.Combine(storage.Blobs, reference);

    private sealed class Staging(FileStream file, byte[]? key) : IDisposable
    {
        private readonly IncrementalHash _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly IncrementalHash _sha512 = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        private readonly AesGcm? _aes = key is null ? null : SealedContent.Open(key);
        private byte[] _head = [];
        private long _bytes;

        public async Task TakeAsync(Stream content, long most, CancellationToken cancellationToken)
        {
            var (now, next) = (new byte[SealedContent.SegmentLength], new byte[SealedContent.SegmentLength]);
            var length = await content.ReadAtLeastAsync(now, now.Length, throwOnEndOfStream: false, cancellationToken);
            _head = now[..Math.Min(length, HeadLength)];
            for (long segment = 0; ; segment++)
            {
                var ahead = length < now.Length ? 0 : await content.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, cancellationToken);
                Take(now.AsSpan(0, length), segment, isLast: ahead == 0);
                if (_bytes > most)
                {
                    throw new ProblemException(Problems.TooLarge, $"The content is larger than {most} bytes. Send it in parts, as records of their own.");
                }

                if (ahead == 0)
                {
                    return;
                }

                (now, next, length) = (next, now, ahead);
            }
        }

        public StagedBlob Done(string path) =>
            new(path, Convert.ToHexStringLower(_sha256.GetHashAndReset()), Convert.ToHexStringLower(_sha512.GetHashAndReset()), _bytes, _head);

        public void Dispose()
        {
            _sha256.Dispose();
            _sha512.Dispose();
            _aes?.Dispose();
        }

        private void Take(ReadOnlySpan<byte> segment, long number, bool isLast)
        {
            _sha256.AppendData(segment);
            _sha512.AppendData(segment);
            _bytes += segment.Length;
            if (_aes is null)
            {
                file.Write(segment);
                return;
            }

            SealedContent.Write(file, _aes, number, segment, isLast);
        }
    }
}
