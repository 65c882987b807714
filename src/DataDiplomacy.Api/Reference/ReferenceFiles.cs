using System.Globalization;
using System.Reflection;
using CsvHelper;

namespace DataDiplomacy.Api.Reference;

/// <summary>Opens the files that are embedded in the build.</summary>
internal static class ReferenceFiles
{
    private static readonly Assembly Home = typeof(ReferenceFiles).Assembly;

    /// <summary>The file, given by its path below the folder Reference, such as <c>demo/demo.json</c>.</summary>
    /// <exception cref="FileNotFoundException">No such file is embedded.</exception>
    public static Stream Open(string path)
    {
        var name = $"{typeof(ReferenceFiles).Namespace}.{path.Replace('/', '.')}";
        return Home.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"'{path}' is not among the embedded files.");
    }

    /// <summary>Reads a CSV with a header, one value per row.</summary>
    public static IReadOnlyList<T> Read<T>(string path, Func<CsvReader, T> value)
    {
        using var file = Open(path);
        // The separator is said, not guessed: lists of codes hold semicolons.
        using var csv = CsvReader.Create(file, new CsvReaderOptions { Separator = ',' }, leaveOpen: true);
        var values = new List<T>();
        while (csv.Read())
            values.Add(value(csv));
        return values;
    }

    /// <summary>The text of a field that must be there.</summary>
    public static string Text(this CsvReader row, string column) =>
        row.Optional(column) ?? throw new InvalidDataException($"Column '{column}' is empty in row {row.RowNumber}.");

    /// <summary>The text of a field; null when it is empty.</summary>
    public static string? Optional(this CsvReader row, string column) =>
        row.GetString(column) is { Length: > 0 } text ? text : null;

    /// <summary>The day in a field; null when it is empty.</summary>
    public static DateOnly? Day(this CsvReader row, string column) =>
        row.Optional(column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>The number in a field; null when it is empty.</summary>
    public static double? Number(this CsvReader row, string column) =>
        row.Optional(column) is { } text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    /// <summary>The values of a field that are separated by semicolons; none when it is empty.</summary>
    public static IReadOnlyList<string> List(this CsvReader row, string column) =>
        row.Optional(column)?.Split(';') ?? [];
}
