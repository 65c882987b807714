using System.Text.Unicode;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>Looks at a text as it streams by: whether it is UTF-8, and where it ends before NUL bytes that only pad the file.</summary>
internal sealed class Utf8Scan
{
    private readonly byte[] _carried = new byte[8];
    private int _carriedLength;
    private bool _valid = true;

    /// <summary>Bytes seen.</summary>
    public long Length { get; private set; }

    /// <summary>Bytes up to the last one that is not NUL.</summary>
    public long ContentLength { get; private set; }

    /// <summary>Whether all bytes seen are well-formed UTF-8 (RFC 3629), a sequence cut off at the end included in the no.</summary>
    public bool IsUtf8 => _valid && _carriedLength == 0;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var last = bytes.LastIndexOfAnyExcept((byte)0);
        if (last >= 0)
            ContentLength = Length + last + 1;
        Length += bytes.Length;
        if (_valid)
            Validate(bytes);
    }

    private void Validate(ReadOnlySpan<byte> bytes)
    {
        while (_carriedLength > 0 && !bytes.IsEmpty && _valid)
        {
            _carried[_carriedLength++] = bytes[0];
            bytes = bytes[1..];
            if (CutOff(_carried.AsSpan(0, _carriedLength)) == 0)
            {
                _valid = Utf8.IsValid(_carried.AsSpan(0, _carriedLength));
                _carriedLength = 0;
            }
        }
        if (bytes.IsEmpty || !_valid)
            return;
        var tail = CutOff(bytes);
        _valid = Utf8.IsValid(bytes[..^tail]);
        bytes[^tail..].CopyTo(_carried);
        _carriedLength = tail;
    }

    // How many bytes at the end begin a sequence that needs more bytes than there are.
    private static int CutOff(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var lead = bytes[^back];
            if (lead < 0x80)
                return 0;
            if (lead >= 0xC0)
                return back < (lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2) ? back : 0;
        }
        return 0;
    }
}
