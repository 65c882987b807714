using System.Text.Json.Serialization;
using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Core.Standards.Dataspace;

/// <summary>The consumer asks for data under an agreement (transfer/transfer-request-message-schema.json, 2025).</summary>
public sealed record TransferRequestMessage : DataspaceMessage
{
    /// <summary>The IRI that the consumer gave to the transfer.</summary>
    public required string ConsumerPid { get; init; }

    /// <summary>The agreement.</summary>
    public required string AgreementId { get; init; }

    /// <summary>A format of the data set's distributions.</summary>
    public required string Format { get; init; }

    /// <summary>Where the provider is to send the data; null when the consumer fetches them.</summary>
    public DataAddress? DataAddress { get; init; }

    /// <summary>Where the consumer takes messages.</summary>
    public required string CallbackAddress { get; init; }
}

/// <summary>The data can be had (transfer/transfer-start-message-schema.json, 2025).</summary>
public sealed record TransferStartMessage : DataspaceProcessMessage
{
    /// <summary>Where the consumer fetches the data; null when the provider sends them.</summary>
    public DataAddress? DataAddress { get; init; }
}

/// <summary>The transfer is complete (transfer/transfer-completion-message-schema.json, 2025).</summary>
public sealed record TransferCompletionMessage : DataspaceProcessMessage;

/// <summary>The transfer rests (transfer/transfer-suspension-message-schema.json, 2025).</summary>
public sealed record TransferSuspensionMessage : DataspaceReasonedMessage;

/// <summary>The transfer has ended before its time (transfer/transfer-termination-message-schema.json, 2025).</summary>
public sealed record TransferTerminationMessage : DataspaceReasonedMessage;

/// <summary>The state of a transfer, the answer to a message that was taken (transfer/transfer-process-schema.json, 2025).</summary>
public sealed record TransferProcess : DataspaceProcessMessage
{
    /// <summary>The state.</summary>
    public required TransferState State { get; init; }
}

/// <summary>The answer to a message that was not taken; it changes no state (transfer/transfer-error-schema.json, 2025).</summary>
public sealed record TransferError : DataspaceReasonedMessage;

/// <summary>Where data are sent to or fetched from (transfer/data-address-schema.json, 2025).</summary>
public sealed record DataAddress : DataspaceObject
{
    /// <summary><c>@type</c>.</summary>
    [JsonPropertyName("@type"), JsonPropertyOrder(-3)]
    public string Type => GetType().Name;

    /// <summary>The kind of transport, which says what properties it needs.</summary>
    public required string EndpointType { get; init; }

    /// <summary>The address; null when the kind of transport needs none.</summary>
    public string? Endpoint { get; init; }

    /// <summary>What else the transport needs, at least one; null for nothing. They hold secrets: do not log them.</summary>
    public IReadOnlyList<EndpointProperty>? EndpointProperties { get; init; }
}

/// <summary>A property of an address (transfer/data-address-schema.json, 2025).</summary>
public sealed record EndpointProperty : DataspaceObject
{
    /// <summary><c>@type</c>.</summary>
    [JsonPropertyName("@type"), JsonPropertyOrder(-3)]
    public string Type => GetType().Name;

    /// <summary>The name, for example <c>authorization</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The value.</summary>
    public required string Value { get; init; }
}
