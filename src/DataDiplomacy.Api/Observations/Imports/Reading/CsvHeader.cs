using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>The column names of a CSV file. They are matched ignoring case, spaces, underscores and brackets.</summary>
internal sealed class CsvHeader
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<int> _used = [];

    /// <exception cref="ImportFormatException">A column has no name, or two have the same.</exception>
    public CsvHeader(IReadOnlyList<string> names)
    {
        Names = names;
        for (var column = 0; column < names.Count; column++)
        {
            if (column == 0 && IsRowIndex(names[0]))
                _used.Add(0);
            else if (Normalize(names[column]).Length == 0)
                throw new ImportFormatException("header.invalid", $"Column {column + 1} has no name; name it or remove it.", line: 1);
            else if (!_columns.TryAdd(Normalize(names[column]), column))
                throw Duplicate(names[column]);
        }
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The columns no field has been taken from.</summary>
    public IEnumerable<FieldSource> Rest => Enumerable.Range(0, Names.Count).Where(column => !_used.Contains(column)).Select(Source);

    /// <summary>The first of these columns there is; not given when there is none. It is used up.</summary>
    public FieldSource Take(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!_columns.TryGetValue(Normalize(name), out var column))
                continue;
            _used.Add(column);
            return Source(column);
        }
        return default;
    }

    /// <exception cref="ImportFormatException">Code header.missing: there is no such column.</exception>
    public FieldSource Require(string name)
    {
        var source = Take(name);
        return source.IsGiven ? source : throw Missing("header.missing", name, $"The column '{name}' is missing.");
    }

    public ImportFormatException Missing(string code, string name, string detail)
    {
        var suggestions = NearestNames.Of(name, Names);
        var separator = Names is [var only] && only.AsSpan().ContainsAny(';', '\t', '|') ? " Columns must be separated by commas." : "";
        return new(code, detail + separator + NearestNames.Hint(suggestions), line: 1, column: name, suggestions: suggestions);
    }

    /// <summary>The columns as dimensions, in ordinal order of their identifiers.</summary>
    public static DimensionSource[] Dimensions(IEnumerable<FieldSource> columns)
    {
        // Given: sources of columns always have their name.
        var dimensions = columns.Select(column => new DimensionSource(DimensionNames.ToId(column.Name!), column)).OrderBy(dimension => dimension.Id, StringComparer.Ordinal).ToArray();
        for (var index = 0; index < dimensions.Length; index++)
        {
            if (dimensions[index].Id.Length == 0)
                throw new ImportFormatException("header.invalid", $"The column '{dimensions[index].Code.Name}' has neither letter nor digit; rename or remove it.", line: 1, column: dimensions[index].Code.Name);
            if (index > 0 && dimensions[index].Id == dimensions[index - 1].Id)
                throw Duplicate(dimensions[index].Code.Name!);
        }
        return dimensions;
    }

    // The row number that pandas writes as a first column without a name, and what a second round makes of it.
    private static bool IsRowIndex(string name) => name.Length == 0 || name == "Unnamed: 0";

    private static string Normalize(string name) =>
        string.Concat(name.Where(character => !char.IsWhiteSpace(character) && character is not ('_' or '[' or ']'))).ToUpperInvariant();

    private static ImportFormatException Duplicate(string name) =>
        new("header.duplicate", $"The column '{name}' is there twice (case, spaces, underscores and brackets do not count); rename or remove one.", line: 1, column: name);

    private FieldSource Source(int column) => FieldSource.Of(column, Names[column]);
}
