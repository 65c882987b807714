using System.Text.Json;

namespace DataDiplomacy.Api.Reference;

/// <summary>The data set that a fresh installation loads, so that its first queries have answers.</summary>
public sealed record DemoData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required string SourceKind { get; init; }
    public required string Licence { get; init; }
    public required string Redistribution { get; init; }
    public required string Handling { get; init; }
    public required string Publisher { get; init; }
    public required string Citation { get; init; }

    /// <summary>Vintages, the oldest first, to be imported in this order.</summary>
    public required IReadOnlyList<DemoVintage> Vintages { get; init; }

    /// <summary>Reads the embedded description.</summary>
    public static DemoData Load()
    {
        using var file = ReferenceFiles.Open("demo/demo.json");
        return JsonSerializer.Deserialize<DemoData>(file, Json) ?? throw new InvalidDataException("The description of the demo is empty.");
    }

    /// <summary>Opens the file of a vintage, in the layout <c>unsd-csv</c>. The caller closes it.</summary>
    public static Stream Open(DemoVintage vintage) => ReferenceFiles.Open($"demo/{vintage.File}");
}
