using System.Text.Json.Serialization;

namespace DataDiplomacy.Core.Standards.Dataspace;

/// <summary>What <c>/.well-known/dspace-version</c> answers (common/protocol-version-schema.json, 2025): plain JSON without a context.</summary>
public sealed record ProtocolVersions : DataspaceObject
{
    /// <summary>The versions that are spoken, at least one.</summary>
    [JsonPropertyName("protocolVersions")]
    public required IReadOnlyList<ProtocolVersion> Versions { get; init; }
}

/// <summary>A version of the protocol that a participant speaks.</summary>
public sealed record ProtocolVersion : DataspaceObject
{
    /// <summary>The version, for example <c>2025-1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The path below which it is spoken.</summary>
    public required string Path { get; init; }

    /// <summary>The binding; 2025-1 has <c>HTTPS</c> alone.</summary>
    public required string Binding { get; init; }

    /// <summary>What kind of identifier names participants; null for none said.</summary>
    public string? IdentifierType { get; init; }

    /// <summary>The service, by its identifier; null for none said.</summary>
    public string? ServiceId { get; init; }

    /// <summary>How callers say who they are; null for none said.</summary>
    public ProtocolAuth? Auth { get; init; }
}

/// <summary>How callers say who they are.</summary>
public sealed record ProtocolAuth : DataspaceObject
{
    /// <summary>The protocol.</summary>
    public required string Protocol { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>Profiles of it; null for none said.</summary>
    public IReadOnlyList<string>? Profile { get; init; }
}
