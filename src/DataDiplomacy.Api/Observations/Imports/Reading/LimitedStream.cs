namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>The first bytes of a stream, so that padding at its end is never seen.</summary>
internal sealed class LimitedStream(Stream inner, long length, bool leaveOpen) : ForwardStream
{
    private long _left = length;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= read;
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
        _left -= read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
