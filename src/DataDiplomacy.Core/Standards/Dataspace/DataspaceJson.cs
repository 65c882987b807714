using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataDiplomacy.Core.Standards.Dataspace;

/// <summary>
/// Reads and writes the messages of the Dataspace Protocol 2025-1. What its JSON schemas refuse is refused, with every violation; what they take is
/// taken and kept, members that they do not name included.
/// </summary>
public static class DataspaceJson
{
    /// <summary>The JSON-LD context that each message names (common/context-schema.json, 2025).</summary>
    public const string ContextUri = "https://w3id.org/dspace/2025/1/context.jsonld";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = DataspaceLimits.MaxDepth,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) }
    };

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = DataspaceLimits.MaxDepth, AllowDuplicateProperties = false };

    private static readonly Dictionary<Type, Shape> Shapes = new()
    {
        [typeof(ProtocolVersions)] = DataspaceShapes.ProtocolVersions,
        [typeof(Catalog)] = DataspaceShapes.RootCatalog,
        [typeof(Dataset)] = DataspaceShapes.RootDataset,
        [typeof(CatalogRequestMessage)] = DataspaceShapes.CatalogRequestMessage,
        [typeof(DatasetRequestMessage)] = DataspaceShapes.DatasetRequestMessage,
        [typeof(CatalogError)] = DataspaceShapes.CatalogError,
        [typeof(ContractRequestMessage)] = DataspaceShapes.ContractRequestMessage,
        [typeof(ContractOfferMessage)] = DataspaceShapes.ContractOfferMessage,
        [typeof(ContractAgreementMessage)] = DataspaceShapes.ContractAgreementMessage,
        [typeof(ContractAgreementVerificationMessage)] = DataspaceShapes.ContractAgreementVerificationMessage,
        [typeof(ContractNegotiationEventMessage)] = DataspaceShapes.ContractNegotiationEventMessage,
        [typeof(ContractNegotiationTerminationMessage)] = DataspaceShapes.ContractNegotiationTerminationMessage,
        [typeof(ContractNegotiation)] = DataspaceShapes.ContractNegotiation,
        [typeof(ContractNegotiationError)] = DataspaceShapes.ContractNegotiationError,
        [typeof(DataAddress)] = DataspaceShapes.DataAddress,
        [typeof(TransferRequestMessage)] = DataspaceShapes.TransferRequestMessage,
        [typeof(TransferStartMessage)] = DataspaceShapes.TransferStartMessage,
        [typeof(TransferCompletionMessage)] = DataspaceShapes.TransferCompletionMessage,
        [typeof(TransferSuspensionMessage)] = DataspaceShapes.TransferSuspensionMessage,
        [typeof(TransferTerminationMessage)] = DataspaceShapes.TransferTerminationMessage,
        [typeof(TransferProcess)] = DataspaceShapes.TransferProcess,
        [typeof(TransferError)] = DataspaceShapes.TransferError
    };

    private static readonly Dictionary<string, Type> Messages =
        Shapes.Keys.Where(type => type.IsSubclassOf(typeof(DataspaceDocument))).ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>Reads a message of a known kind.</summary>
    /// <typeparam name="T">A message, a catalogue, a data set, an address or the versions.</typeparam>
    /// <param name="json">One JSON object in UTF-8, at most <see cref="DataspaceLimits.MaxBytes"/>.</param>
    /// <returns>The message.</returns>
    /// <exception cref="DataspaceFormatException">It is no JSON, names a member twice, is beyond <see cref="DataspaceLimits"/> or not what its schema asks for.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> never stands on its own.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json)
        where T : DataspaceObject
    {
        using var document = Parse(json);
        return (T)Read(document.RootElement, typeof(T));
    }

    /// <summary>Reads a message of the kind that its <c>@type</c> says.</summary>
    /// <param name="json">One JSON object in UTF-8, at most <see cref="DataspaceLimits.MaxBytes"/>.</param>
    /// <returns>The message: one of the records of this namespace that have a context.</returns>
    /// <exception cref="DataspaceFormatException">As above, or <c>@type</c> is missing or names no message.</exception>
    public static DataspaceDocument ReadAny(ReadOnlyMemory<byte> json)
    {
        using var document = Parse(json);
        var named = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("@type", out var type) ? type : default;
        if (named.ValueKind == JsonValueKind.String && Messages.TryGetValue(named.GetString() ?? "", out var message)) return (DataspaceDocument)Read(document.RootElement, message);
        throw Refused("/@type", named.ValueKind == JsonValueKind.Undefined ? "nothing" : Findings.Describe(named), "one of " + string.Join(", ", Messages.Keys));
    }

    /// <summary>Writes a message, with the context of the protocol when it says none.</summary>
    /// <param name="message">The message.</param>
    /// <returns>UTF-8 without a byte order mark.</returns>
    /// <exception cref="DataspaceFormatException">What would be written is not what the schema asks for, for example a policy without a rule.</exception>
    /// <exception cref="NotSupportedException">It never stands on its own.</exception>
    public static byte[] Write(DataspaceObject message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var whole = message is DataspaceDocument { Context: null } document ? document with { Context = [ContextUri] } : message;
        var json = JsonSerializer.SerializeToUtf8Bytes(whole, whole.GetType(), Options);
        using var written = Parse(json);
        Check(written.RootElement, ShapeOf(whole.GetType()));
        return json;
    }

    /// <summary>Parses within the limits; every text in the document can be read.</summary>
    internal static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Length > DataspaceLimits.MaxBytes) throw Refused("", $"{json.Length} bytes", $"at most {DataspaceLimits.MaxBytes}");
        try
        {
            var document = JsonDocument.Parse(json, Strict);
            var findings = new Findings();
            DataspaceLimits.Check(document.RootElement, findings);
            if (findings.IsEmpty) return document;
            document.Dispose();
            throw new DataspaceFormatException(findings.Violations);
        }
        // The search for names that occur twice cannot read one with a surrogate that stands alone.
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Refused("", error.Message, $"one JSON object in UTF-8, at most {DataspaceLimits.MaxDepth} levels deep, without a name that occurs twice");
        }
    }

    internal static void Check(JsonElement value, Shape shape)
    {
        var findings = new Findings();
        shape.Check(value, findings);
        if (!findings.IsEmpty) throw new DataspaceFormatException(findings.Violations);
    }

    private static DataspaceObject Read(JsonElement value, Type type)
    {
        Check(value, ShapeOf(type));
        return (DataspaceObject?)value.Deserialize(type, Options) ?? throw new InvalidOperationException("An object was null.");
    }

    private static Shape ShapeOf(Type type) => Shapes.TryGetValue(type, out var shape) ? shape : throw new NotSupportedException($"{type.Name} stands only inside a message.");

    private static DataspaceFormatException Refused(string path, string found, string expected) => new([new(path, found, expected)]);
}
