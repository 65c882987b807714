using System.Text;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>Strings of UTF-8 bytes, shared where they repeat.</summary>
internal sealed class TextPool
{
    private readonly BytePool<string> _pool = new();

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return "";
        return _pool.TryGet(utf8, out var text) ? text! : _pool.Add(utf8, Encoding.UTF8.GetString(utf8)); // A found text was added, so it is not null.
    }

    /// <summary>Null for an empty text.</summary>
    public string? GetOrNull(ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? null : Get(utf8);
}
