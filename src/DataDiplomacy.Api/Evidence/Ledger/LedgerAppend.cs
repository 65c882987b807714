using System.Text.Json.Nodes;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>What is to be written together about one record, with what else belongs to them.</summary>
public sealed record LedgerAppend
{
    public required string RecordId { get; init; }

    /// <summary>The key of the record: makes the salts, encrypts the values.</summary>
    public required byte[] RecordKey { get; init; }

    /// <summary>Who does it, by the pseudonym of the key.</summary>
    public required string Actor { get; init; }

    public IReadOnlyList<NewCustodyEvent> Events { get; init; } = [];

    /// <summary>Statements about the record that are no events of custody.</summary>
    public IReadOnlyList<NewStatement> Statements { get; init; } = [];

    /// <summary>Looks at what stands when the lock is held, and refuses by a problem; asked before anything is written.</summary>
    public Func<DataContext, CancellationToken, Task>? Check { get; init; }

    /// <summary>Writes what belongs to it, in its transaction.</summary>
    public Action<DataContext, Appended>? Also { get; init; }

    /// <summary>What is written about another record in the same transaction: both or neither. It has none of its own.</summary>
    public LedgerAppend? Other { get; init; }

    /// <summary>This one and the other, in the order of their leaves.</summary>
    public IEnumerable<LedgerAppend> All => Other is null ? [this] : [this, Other];
}

/// <summary>An event that is to be written.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Values">The values that its statement commits to, by their names.</param>
public sealed record NewCustodyEvent(CustodyEventType Type, IReadOnlyDictionary<string, JsonNode?> Values)
{
    /// <summary>Which of the values belong to another record; null where all are of this one.</summary>
    public OthersValues? Others { get; init; }
}

/// <summary>A statement that is to be signed and written.</summary>
/// <param name="Id">Its id, made by the caller.</param>
/// <param name="Kind">What it is.</param>
/// <param name="About">The statement that it answers or replaces; null for none.</param>
/// <param name="Body">What is stated; numbers whole, decimals as texts.</param>
public sealed record NewStatement(string Id, StatementKind Kind, string? About, JsonObject Body);

/// <summary>What was written.</summary>
/// <param name="Events">The events, as they were signed and stored.</param>
/// <param name="Statements">The statements, as they were signed and stored.</param>
public sealed record Appended(IReadOnlyList<CustodyEvent> Events, IReadOnlyList<StoredStatement> Statements);
