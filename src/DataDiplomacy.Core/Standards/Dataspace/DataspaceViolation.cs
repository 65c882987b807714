namespace DataDiplomacy.Core.Standards.Dataspace;

/// <summary>One place where a message is not what its schema asks for (Dataspace Protocol 2025-1, JSON schemas).</summary>
/// <param name="Path">The place, as a JSON Pointer (RFC 6901, 2011), for example <c>/offer/permission/0/action</c>; the empty text is the message itself.</param>
/// <param name="Found">What stands there, cut after 80 characters; <c>nothing</c> when the member is missing.</param>
/// <param name="Expected">What would be right there.</param>
public sealed record DataspaceViolation(string Path, string Found, string Expected)
{
    /// <summary>The violation in one sentence.</summary>
    /// <returns>For example <c>/code: found 7, expected a text</c>.</returns>
    public override string ToString() => $"{(Path.Length == 0 ? "message" : Path)}: found {Found}, expected {Expected}";
}
