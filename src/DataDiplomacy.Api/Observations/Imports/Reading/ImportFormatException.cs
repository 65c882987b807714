namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>A file or mapping that cannot be read at all, as opposed to a <see cref="RejectedRow"/>.</summary>
public sealed class ImportFormatException : Exception
{
    public ImportFormatException(string code, string detail, long? line = null, string? column = null, IReadOnlyList<string>? suggestions = null)
        : base(detail)
    {
        Code = code;
        Line = line;
        Column = column;
        Suggestions = suggestions ?? [];
    }

    public ImportFormatException(string code, string detail, Exception? cause)
        : base(detail, cause) => Code = code;

    /// <summary>The kind of error, for example header.missing.</summary>
    public string Code { get; }

    /// <summary>Which text was wrong and what would be right.</summary>
    public string Detail => Message;

    public long? Line { get; }

    /// <summary>The column or mapping key at fault.</summary>
    public string? Column { get; }

    /// <summary>The nearest valid names, best first; empty when none is near.</summary>
    public IReadOnlyList<string> Suggestions { get; } = [];
}
