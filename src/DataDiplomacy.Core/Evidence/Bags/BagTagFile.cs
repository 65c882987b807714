namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>A tag file that was written.</summary>
/// <param name="Path">Its path from the bag's root.</param>
/// <param name="Text">Its text, to be stored as UTF-8 without byte order mark.</param>
public sealed record BagTagFile(string Path, string Text);
