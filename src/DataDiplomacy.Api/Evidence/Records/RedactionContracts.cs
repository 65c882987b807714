using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>The part <c>redaction</c> of an upload, as JSON; it comes before the part <c>content</c>.</summary>
public sealed record AddRedaction
{
    /// <summary>A title for the redaction, at most 500 characters; it must not say what was removed.</summary>
    /// <example>Statement of a resident, names removed</example>
    public string? Title { get; init; }

    /// <summary>Who may know of the redaction; it may be less sensitive than its original.</summary>
    /// <example>public</example>
    public Sensitivity? Sensitivity { get; init; }

    /// <summary>The case it belongs to, a lower-case slug; null for none. It is not taken over from the original.</summary>
    /// <example>bridge-2026</example>
    public string? Case { get; init; }

    /// <summary>Why something was removed.</summary>
    /// <example>witnessSafety</example>
    public RedactionReason? Reason { get; init; }

    /// <summary>More about the reason, at most 2,000 characters; needed where the reason is <c>other</c>.</summary>
    /// <example>The resident asked not to be named.</example>
    public string? ReasonNote { get; init; }

    /// <summary>Who ordered it, at most 500 characters.</summary>
    /// <example>Protection officer, order 12/2026</example>
    public string? Authority { get; init; }

    /// <summary>What was removed, 1 to 200 entries. Whoever may know of the redaction reads them: they say where, never what.</summary>
    public IReadOnlyList<RemovedPart>? Removed { get; init; }

    /// <summary>The program that removed it, with its version, at most 200 characters.</summary>
    /// <example>exiftool 13.10</example>
    public string? Tool { get; init; }

    /// <summary>SHA-256 of the content as the sender computed it, 64 hexadecimal digits; a content that differs is refused.</summary>
    /// <example>b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9</example>
    public string? Sha256 { get; init; }
}

/// <summary>One thing that was removed.</summary>
public sealed record RemovedPart
{
    /// <summary>In which terms the place is given.</summary>
    /// <example>page</example>
    public RemovedKind? Kind { get; init; }

    /// <summary>The place, in 1 to 500 characters, without what stood there: pixels, page and lines, time from start to end, path of a member, name of a header.</summary>
    /// <example>Page 2, lines 10 to 14</example>
    public string? Where { get; init; }
}

/// <summary>The upload of a redaction.</summary>
public sealed record AddRedactionForm
{
    /// <summary>What is said about the redaction, as JSON; first.</summary>
    public required AddRedaction Redaction { get; init; }

    /// <summary>The file without what was removed; second.</summary>
    /// <example>aGVsbG8=</example>
    public required byte[] Content { get; init; }
}
