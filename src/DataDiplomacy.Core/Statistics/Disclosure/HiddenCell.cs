namespace DataDiplomacy.Core.Statistics.Disclosure;

/// <summary>A cell that is not published.</summary>
/// <param name="Row">Row, from 0.</param>
/// <param name="Column">Column, from 0.</param>
/// <param name="Count">True count.</param>
internal readonly record struct HiddenCell(int Row, int Column, long Count);
