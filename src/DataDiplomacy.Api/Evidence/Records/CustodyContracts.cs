using System.Text.Json;
using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>An event of custody.</summary>
public sealed record CustodyEventView
{
    /// <summary>Counts the events of the record from 1, without gaps.</summary>
    /// <example>1</example>
    public required int Seq { get; init; }

    /// <summary>What happened.</summary>
    public required CustodyEventType Type { get; init; }

    /// <summary>When, UTC, by the clock of the server; the next checkpoint and its time-stamps bound it.</summary>
    /// <example>2026-11-25T09:24:04.345Z</example>
    public required DateTime At { get; init; }

    /// <summary>Who, by a pseudonym that stands for a key.</summary>
    /// <example>actor-6b8f59571b96caf8de02f7de</example>
    public required string Actor { get; init; }

    /// <summary>The index of the event's leaf in the log.</summary>
    /// <example>41</example>
    public required long LogIndex { get; init; }

    /// <summary>SHA-256 of the envelope of the event before; null for the first.</summary>
    /// <example>8d7a4856987dc6059397d8829f96fb9994b2f1575685060e8004f9476ceca8ca</example>
    public string? Prev { get; init; }

    /// <summary>SHA-256 of the envelope of this event, which the next one names.</summary>
    /// <example>5c63e93353fec894ac5f6adb19fceca1b0f83b8af920d5a892d95a494dc8ee43</example>
    public required string EnvelopeSha256 { get; init; }

    /// <summary>The signed statement, a DSSE envelope.</summary>
    public required JsonElement Envelope { get; init; }

    /// <summary>The bytes of the leaf in the log, as text.</summary>
    /// <example>{"commitment":"lSJXAuyNuabit3XM6M4XkONax6Gph0E9LuE2HCzKn4s","kind":"custodyEvent","v":1}</example>
    public required string Entry { get; init; }

    /// <summary>What opens the leaf's commitment and those of the statement, each <c>{ n, p, s, v }</c>; empty after erasure.</summary>
    public required IReadOnlyList<JsonElement> Disclosures { get; init; }

    /// <summary>Values that the statement commits to and whose disclosures you do not get, each with the reason; empty for nearly all events.</summary>
    public required IReadOnlyList<WithheldDisclosure> Withheld { get; init; }
}

/// <summary>A value that a statement commits to and whose disclosure the caller does not get.</summary>
public sealed record WithheldDisclosure
{
    /// <summary>The name of its commitment in the statement.</summary>
    /// <example>parentSha256</example>
    public required string Name { get; init; }

    /// <summary>Why.</summary>
    public required WithheldReason Reason { get; init; }
}

/// <summary>Why a disclosure is withheld.</summary>
public enum WithheldReason
{
    /// <summary>It belongs to another record, which you may not know of.</summary>
    HiddenRecord,

    /// <summary>It belongs to another record, which was erased, and this value and its salt with it: nobody opens the commitment any more.</summary>
    ErasedRecord,
}

/// <summary>The events of a record.</summary>
public sealed record CustodyListView
{
    /// <summary>The events, oldest first.</summary>
    public required IReadOnlyList<CustodyEventView> Items { get; init; }
}

/// <summary>Which event's proof is asked for.</summary>
public sealed record FindProof
{
    /// <summary>The number of the event, from 1; the first without.</summary>
    /// <example>1</example>
    [FromQuery(Name = "event")]
    public int? Event { get; init; }
}

/// <summary>An event that is to be written.</summary>
public sealed record AddCustodyEvent
{
    /// <summary>What happened: collected, copied, workingCopy, transferred, acceptedTransfer, fixityChecked, disclosed, held, released, corrected.</summary>
    /// <example>transferred</example>
    public CustodyEventType? Type { get; init; }

    /// <summary>Why, at most 2,000 characters.</summary>
    /// <example>Handed to the laboratory</example>
    public string? Reason { get; init; }

    /// <summary>By which authority or order.</summary>
    /// <example>Court order 17/2026</example>
    public string? Authority { get; init; }

    /// <summary>Who handed over.</summary>
    /// <example>Field office</example>
    public string? From { get; init; }

    /// <summary>Who takes over: for a transfer, the pseudonym of the key that is to accept it (<c>actor</c> of GET /v1/me).</summary>
    /// <example>actor-6b8f59571b96caf8de02f7de</example>
    public string? To { get; init; }

    /// <summary>When it happened, if not now: an instant that the signer claims.</summary>
    /// <example>2026-11-20T09:30:00Z</example>
    public string? At { get; init; }

    /// <summary>For a correction: the number of the event that it corrects.</summary>
    /// <example>2</example>
    public int? Corrects { get; init; }

    /// <summary>
    /// Your own signed statement of the event, at most 64 KiB: a DSSE envelope <c>{ payload, payloadType, signatures: [{ sig, keyid? }] }</c> of the type
    /// <c>application/vnd.datadiplomacy.custody-claim.v1+json</c>, whose payload is canonical JSON (RFC 8785) with at least <c>record</c>, <c>type</c>,
    /// <c>reason</c> and <c>at</c> and agrees with this request in each member that both have. The server's statement commits to it.
    /// </summary>
    public JsonElement? Dsse { get; init; }

    /// <summary>The Ed25519 key that checks it, as PEM; its SHA-256 fingerprint is committed to. Needed with <c>dsse</c>.</summary>
    /// <example>-----BEGIN PUBLIC KEY----- MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= -----END PUBLIC KEY-----</example>
    public string? SigningKey { get; init; }
}
