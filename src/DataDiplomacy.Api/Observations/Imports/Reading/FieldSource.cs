using System.Text;
using CsvHelper;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>Where a field of a row comes from: a column, a constant, or (the default) nowhere.</summary>
internal readonly record struct FieldSource
{
    private readonly int _columnPlusOne;
    private readonly byte[]? _constant;

    private FieldSource(string name, int columnPlusOne, byte[]? constant)
    {
        Name = name;
        _columnPlusOne = columnPlusOne;
        _constant = constant;
    }

    /// <summary>As the file, or for a constant the mapping, names it.</summary>
    public string? Name { get; }

    public bool IsGiven => Name is not null;

    public bool IsConstant => _constant is not null;

    public static FieldSource Of(int column, string name) => new(name, column + 1, null);

    public static FieldSource Of(string name, string constant) => new(name, 0, Encoding.UTF8.GetBytes(constant));

    /// <summary>The field of the current record; empty when there is none. Valid until the next record.</summary>
    public ReadOnlySpan<byte> Read(CsvReader record) => _columnPlusOne > 0 ? record.GetSpan(_columnPlusOne - 1) : _constant;
}
