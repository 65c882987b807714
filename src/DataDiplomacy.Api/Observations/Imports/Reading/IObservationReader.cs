namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>An import file whose header has been read. The stream stays open and belongs to the caller.</summary>
public interface IObservationReader
{
    AttributeColumns Columns { get; }

    /// <summary>The rows in the order of the file. Can be read once.</summary>
    /// <exception cref="ImportFormatException">The file breaks a limit in <see cref="ImportLimits"/>.</exception>
    IAsyncEnumerable<ImportLine> ReadAsync(CancellationToken cancellationToken);
}
