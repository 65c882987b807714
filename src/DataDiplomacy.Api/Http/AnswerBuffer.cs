using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace DataDiplomacy.Api.Http;

/// <summary>
/// Collects the small pieces of an answer before they go to its pipe, which locks for each. One request has one; what is collected is sent
/// when it is large, so that memory stays the same however long the answer is.
/// </summary>
internal sealed class AnswerBuffer : IBufferWriter<byte>, IDisposable
{
    private const int SendAbove = 64 * 1024;
    private const int MostDigits = 32;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(SendAbove + (SendAbove / 4));
    private int _length;

    /// <summary>Bytes that are collected and not sent.</summary>
    public int Length => _length;

    /// <summary>What is collected and not sent.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Write(ReadOnlySpan<byte> piece)
    {
        piece.CopyTo(GetSpan(piece.Length));
        _length += piece.Length;
    }

    public void Write(string text)
    {
        var room = GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, room);
    }

    /// <summary>The shortest digits that give the number back.</summary>
    public void Write(double number)
    {
        number.TryFormat(GetSpan(MostDigits), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    public void Write(int number)
    {
        number.TryFormat(GetSpan(MostDigits), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Writes what was written from a place on once more.</summary>
    public void Repeat(int start, int length)
    {
        var room = GetSpan(length);
        _bytes.AsSpan(start, length).CopyTo(room);
        _length += length;
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        if (_bytes.Length - _length < Math.Max(sizeHint, 1))
        {
            Grow(sizeHint);
        }

        return _bytes.AsSpan(_length);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        _ = GetSpan(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public void Advance(int count) => _length += count;

    /// <summary>Sends what is collected if it is large.</summary>
    public ValueTask<FlushResult> SendIfLargeAsync(PipeWriter to, CancellationToken cancellationToken) =>
        _length > SendAbove ? SendAsync(to, cancellationToken) : default;

    /// <summary>Sends what is collected.</summary>
    public ValueTask<FlushResult> SendAsync(PipeWriter to, CancellationToken cancellationToken)
    {
        to.Write(Written);
        _length = 0;
        return to.FlushAsync(cancellationToken);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private void Grow(int sizeHint)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + sizeHint));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
