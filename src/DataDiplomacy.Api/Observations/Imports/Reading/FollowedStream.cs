namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>A stream with some more bytes after its end. Leaves the stream open.</summary>
internal sealed class FollowedStream(Stream inner, byte[] end) : ForwardStream
{
    private int _endRead;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        return read > 0 ? read : ReadEnd(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return read > 0 ? read : ReadEnd(buffer.Span);
    }

    private int ReadEnd(Span<byte> buffer)
    {
        var read = Math.Min(buffer.Length, end.Length - _endRead);
        end.AsSpan(_endRead, read).CopyTo(buffer);
        _endRead += read;
        return read;
    }
}
