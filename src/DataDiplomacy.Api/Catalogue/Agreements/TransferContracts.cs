using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Odrl;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Asks for data under an agreement, for the consumer. The policy is evaluated for what is asked; what is left out is not known, and what cannot be said is denied.</summary>
public sealed record RequestTransfer
{
    /// <summary>The action. Default: <c>use</c>.</summary>
    /// <example>use</example>
    public string? Action { get; init; }

    /// <summary>What for.</summary>
    /// <example>flood-warning</example>
    public string? Purpose { get; init; }

    /// <summary>The area in which the data are used.</summary>
    /// <example>https://www.geonames.org/192950</example>
    public string? Spatial { get; init; }

    /// <summary>Who receives the result.</summary>
    /// <example>https://example.org/agents/red-cross</example>
    public string? Recipient { get; init; }

    /// <summary>Number of the version of the data set. Default: the newest.</summary>
    /// <example>2</example>
    public int? Version { get; init; }
}

/// <summary>Moves a transfer on.</summary>
public sealed record MoveTransfer
{
    /// <summary>What is done; before <c>start</c> the policy is evaluated again.</summary>
    public required TransferMoveKind Move { get; init; }

    /// <summary>For which side.</summary>
    public required NegotiationParty By { get; init; }

    /// <summary>Why, at most 2,000 characters.</summary>
    /// <example>The connection is too slow today.</example>
    public string? Reason { get; init; }

    /// <summary>SHA-256 of the bytes that were transferred, lower-case hexadecimal; with <c>complete</c>, which needs it.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public string? Sha256 { get; init; }

    /// <summary>How many bytes were transferred; with <c>complete</c>.</summary>
    /// <example>1048576</example>
    public long? Bytes { get; init; }
}

/// <summary>A transfer of data under an agreement.</summary>
public sealed record TransferView
{
    /// <summary>Counts the transfers of the agreement from 1.</summary>
    /// <example>1</example>
    public required int Number { get; init; }

    /// <summary>The agreement.</summary>
    /// <example>agr-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string Agreement { get; init; }

    /// <summary>The IRI that this server gave to it, for messages of the Dataspace Protocol 2025-1; null for one that is older than these.</summary>
    /// <example>urn:uuid:a343fcbf-99fc-4ce8-8e9b-148c97605aab</example>
    public required string? ProviderPid { get; init; }

    /// <summary>The IRI that the consumer gave to it, or this server where they gave none; null for one that is older than messages.</summary>
    /// <example>urn:uuid:32541fe6-c580-409e-85a8-8a9a32fbe833</example>
    public required string? ConsumerPid { get; init; }

    /// <summary>Where it stands, by the states of the Dataspace Protocol 2025-1.</summary>
    public required TransferState State { get; init; }

    /// <summary>Number of the version of the data set; null where the data set had none.</summary>
    /// <example>2</example>
    public required int? Version { get; init; }

    /// <summary>What the policy said when it was last evaluated for this transfer.</summary>
    public required AccessDecision Decision { get; init; }

    /// <summary>What the decision was due to, in words.</summary>
    public required IReadOnlyList<string> Because { get; init; }

    /// <summary>When it was last evaluated, UTC.</summary>
    /// <example>2026-11-30T12:00:00Z</example>
    public required DateTime EvaluatedAt { get; init; }

    /// <summary>SHA-256 of what was transferred; null until it is complete.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public required string? Sha256 { get; init; }

    /// <summary>How many bytes were transferred; null until it is complete, or where nobody said.</summary>
    /// <example>1048576</example>
    public required long? Bytes { get; init; }

    /// <summary>What the consumer may do now.</summary>
    public required IReadOnlyList<TransferMoveKind> ConsumerMay { get; init; }

    /// <summary>What the provider may do now.</summary>
    public required IReadOnlyList<TransferMoveKind> ProviderMay { get; init; }

    /// <summary>What was done, oldest first.</summary>
    public required IReadOnlyList<TransferMoveView> Moves { get; init; }
}

/// <summary>What was done in a transfer.</summary>
public sealed record TransferMoveView
{
    /// <summary>Counts the moves of the transfer from 1.</summary>
    /// <example>1</example>
    public required int Number { get; init; }

    /// <summary>What was done.</summary>
    public required TransferMoveKind Move { get; init; }

    /// <summary>For which side.</summary>
    public required NegotiationParty By { get; init; }

    /// <summary>Pseudonym of the key that did it.</summary>
    /// <example>actor-5f70bf18a086007016e948b0</example>
    public required string Actor { get; init; }

    /// <summary>Why; null where nothing was said.</summary>
    /// <example>The connection is too slow today.</example>
    public required string? Reason { get; init; }

    /// <summary>When, UTC.</summary>
    /// <example>2026-11-30T12:00:00Z</example>
    public required DateTime At { get; init; }
}

/// <summary>Takes a message of the Transfer Process Protocol. What the protocol has no member for, and a transfer here needs, stands beside the message.</summary>
public sealed record ReceiveTransferMessage
{
    /// <summary>The action that is asked for, with the first message. Default: <c>use</c>.</summary>
    /// <example>use</example>
    [FromQuery] public string? Action { get; init; }

    /// <summary>What for, with the first message.</summary>
    /// <example>flood-warning</example>
    [FromQuery] public string? Purpose { get; init; }

    /// <summary>The area in which the data are used, with the first message.</summary>
    /// <example>https://www.geonames.org/192950</example>
    [FromQuery] public string? Spatial { get; init; }

    /// <summary>Who receives the result, with the first message.</summary>
    /// <example>https://example.org/agents/red-cross</example>
    [FromQuery] public string? Recipient { get; init; }

    /// <summary>Number of the version, with the first message. Default: the newest.</summary>
    /// <example>2</example>
    [FromQuery] public int? Version { get; init; }

    /// <summary>SHA-256 of the bytes that were transferred, lower-case hexadecimal; with a TransferCompletionMessage, which needs it.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    [FromQuery] public string? Sha256 { get; init; }

    /// <summary>How many bytes were transferred; with a TransferCompletionMessage.</summary>
    /// <example>1048576</example>
    [FromQuery] public long? Bytes { get; init; }
}

/// <summary>A message of the Transfer Process Protocol (Dataspace Protocol 2025-1), with what its schema names beside the members below.</summary>
public sealed record TransferMessageDocument
{
    /// <summary>The IRI that the consumer gave to the transfer.</summary>
    /// <example>urn:uuid:32541fe6-c580-409e-85a8-8a9a32fbe833</example>
    public string? ConsumerPid { get; init; }

    /// <summary>The IRI that this server gave to it; not in a request.</summary>
    /// <example>urn:uuid:a343fcbf-99fc-4ce8-8e9b-148c97605aab</example>
    public string? ProviderPid { get; init; }

    /// <summary>The agreement, by its IRI or its id, in a request.</summary>
    /// <example>http://localhost:5080/v1/agreements/agr-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public string? AgreementId { get; init; }

    /// <summary>How the data are had, in a request: <c>HttpData-PULL</c>.</summary>
    /// <example>HttpData-PULL</example>
    public string? Format { get; init; }

    /// <summary>Where the consumer would take messages, in a request. This server sends none: ask it for the state.</summary>
    /// <example>https://example.org/callback</example>
    public string? CallbackAddress { get; init; }

    /// <summary>A code, in a message that lets it rest or ends it.</summary>
    /// <example>slow</example>
    public string? Code { get; init; }

    /// <summary>Why, in a message that lets it rest or ends it.</summary>
    /// <example>["The connection is too slow today."]</example>
    public System.Text.Json.JsonElement? Reason { get; init; }
}
