namespace DataDiplomacy.Core.Standards.Sdmx;

/// <summary>A part of an SDMX query that cannot be read.</summary>
public sealed class SdmxQueryException : FormatException
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="parameter">The parameter, such as <c>key</c> or <c>c[TIME_PERIOD]</c>.</param>
    /// <param name="message">Which value, and what would be right.</param>
    public SdmxQueryException(string parameter, string message)
        : base(message) => Parameter = parameter;

    /// <summary>The parameter, such as <c>key</c> or <c>c[TIME_PERIOD]</c>.</summary>
    public string Parameter { get; }
}
