using System.Text.Json.Nodes;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Events of one record that are to be written together, with what else belongs to them.</summary>
public sealed record LedgerAppend
{
    public required string RecordId { get; init; }

    /// <summary>The key of the record: makes the salts, encrypts the values.</summary>
    public required byte[] RecordKey { get; init; }

    /// <summary>Who does it, by the pseudonym of the key.</summary>
    public required string Actor { get; init; }

    public required IReadOnlyList<NewCustodyEvent> Events { get; init; }

    /// <summary>Looks at what stands when the lock is held, and refuses by a problem; asked before anything is written.</summary>
    public Func<DataContext, CancellationToken, Task>? Check { get; init; }

    /// <summary>Writes what belongs to the events, in their transaction.</summary>
    public Action<DataContext, IReadOnlyList<CustodyEvent>>? Also { get; init; }
}

/// <summary>An event that is to be written.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Values">The values that its statement commits to, by their names.</param>
public sealed record NewCustodyEvent(CustodyEventType Type, IReadOnlyDictionary<string, JsonNode?> Values);
