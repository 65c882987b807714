namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>A row of a file: either read or rejected; the other one is null.</summary>
public readonly record struct ImportLine
{
    public ImportLine(ImportedRow row) => Row = row;

    public ImportLine(RejectedRow rejected) => Rejected = rejected;

    public ImportedRow? Row { get; }

    public RejectedRow? Rejected { get; }
}
