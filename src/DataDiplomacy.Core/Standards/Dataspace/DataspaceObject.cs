using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataDiplomacy.Core.Standards.Dataspace;

/// <summary>Anything that has a schema in the Dataspace Protocol 2025-1. Two of them are equal only if they share their lists and policies.</summary>
public abstract record DataspaceObject
{
    /// <summary>Members that the schema does not name, by their names and as they came, since it forbids none; null for none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; init; }
}

/// <summary>What stands on its own and so says its JSON-LD context (common/context-schema.json, 2025).</summary>
public abstract record DataspaceDocument : DataspaceObject
{
    /// <summary>IRIs of the contexts, one of them <see cref="DataspaceJson.ContextUri"/>; null for that one alone, which is then written.</summary>
    [JsonPropertyName("@context"), JsonPropertyOrder(-4)]
    public IReadOnlyList<string>? Context { get; init; }
}

/// <summary>A document whose schema fixes its <c>@type</c>: the name of the record.</summary>
public abstract record DataspaceMessage : DataspaceDocument
{
    /// <summary><c>@type</c>.</summary>
    [JsonPropertyName("@type"), JsonPropertyOrder(-3)]
    public string Type => GetType().Name;
}

/// <summary>A message about a negotiation or transfer that both sides have a name for.</summary>
public abstract record DataspaceProcessMessage : DataspaceMessage
{
    /// <summary>The IRI that the provider gave to the negotiation or transfer.</summary>
    [JsonPropertyOrder(-2)]
    public required string ProviderPid { get; init; }

    /// <summary>The IRI that the consumer gave to it.</summary>
    [JsonPropertyOrder(-1)]
    public required string ConsumerPid { get; init; }
}

/// <summary>A message that may say why.</summary>
public abstract record DataspaceReasonedMessage : DataspaceProcessMessage
{
    /// <summary>A code of the sender; null for none.</summary>
    public string? Code { get; init; }

    /// <summary>Reasons in any form, at least one; null for none.</summary>
    public IReadOnlyList<JsonElement>? Reason { get; init; }
}
