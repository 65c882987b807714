using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>
/// Content under a key of its own, in segments of 64 KiB (AES-256-GCM each), so that a range is read without the rest. The number of the segment is the
/// nonce, which the key sees once, and whether it is the last is authenticated: none can be dropped, moved or cut off (the STREAM construction,
/// Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
/// </summary>
public static class SealedContent
{
    public const int SegmentLength = 64 * 1024;

    private const int TagLength = 16;

    /// <summary>Writes a segment: tag and cipher text.</summary>
    public static void Write(Stream output, AesGcm aes, long number, ReadOnlySpan<byte> plain, bool isLast)
    {
        var sealedBytes = new byte[TagLength + plain.Length];
        aes.Encrypt(Nonce(number), plain, sealedBytes.AsSpan(TagLength), sealedBytes.AsSpan(0, TagLength), [(byte)(isLast ? 1 : 0)]);
        output.Write(sealedBytes);
    }

    public static AesGcm Open(byte[] key) => new(key, TagLength);

    /// <summary>The content again, from an offset on.</summary>
    /// <param name="file">The file; it is closed with the stream.</param>
    /// <param name="key">The key of the content.</param>
    /// <param name="length">Length of the content, bytes.</param>
    public static Stream Read(FileStream file, byte[] key, long length) => new Reader(file, key, length);

    private static byte[] Nonce(long number)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(4), number);
        return nonce;
    }

    private sealed class Reader(FileStream file, byte[] key, long length) : Stream
    {
        private readonly AesGcm _aes = Open(key);
        private readonly byte[] _plain = new byte[SegmentLength];
        private long _segment = -1;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (Position >= length)
            {
                return 0;
            }

            var segment = Position / SegmentLength;
            Load(segment);
            var within = (int)(Position % SegmentLength);
            var count = Math.Min(buffer.Length, LengthOf(segment) - within);
            _plain.AsSpan(within, count).CopyTo(buffer);
            Position += count;
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => length + offset,
        };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                CryptographicOperations.ZeroMemory(_plain);
                _aes.Dispose();
                file.Dispose();
            }

            base.Dispose(disposing);
        }

        private int LengthOf(long segment) => (int)Math.Min(SegmentLength, length - segment * SegmentLength);

        private void Load(long segment)
        {
            if (segment == _segment)
            {
                return;
            }

            var sealedBytes = new byte[TagLength + LengthOf(segment)];
            file.Position = segment * (SegmentLength + TagLength);
            file.ReadExactly(sealedBytes);
            var isLast = (segment + 1) * SegmentLength >= length;
            _aes.Decrypt(Nonce(segment), sealedBytes.AsSpan(TagLength), sealedBytes.AsSpan(0, TagLength), _plain.AsSpan(0, LengthOf(segment)), [(byte)(isLast ? 1 : 0)]);
            _segment = segment;
        }
    }
}
