namespace DataDiplomacy.Api.Reference;

/// <summary>One state of the demonstration data set.</summary>
/// <param name="File">Name of the embedded file.</param>
/// <param name="RecordedAt">Day on which the state was recorded; it begins at 00:00 UTC.</param>
/// <param name="ChangeNote">What changed.</param>
public sealed record DemoVintage(string File, DateOnly RecordedAt, string ChangeNote);
