using System.Text.Json.Nodes;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>What tests append to the ledger past its doors.</summary>
public static class LedgerAppends
{
    /// <summary>The id of a record that has a key and nothing else.</summary>
    public static string NewLedgerRecord(this ApiFixture api)
    {
        var id = "ev-" + Guid.CreateVersion7().ToString("N");
        api.Factory.Services.GetRequiredService<RecordKeys>().Create(id);
        return id;
    }

    /// <summary>So many events about a record.</summary>
    public static LedgerAppend Copies(this ApiFixture api, string id, int events = 1) =>
        Copies(id, api.Factory.Services.GetRequiredService<RecordKeys>().Find(id) ?? throw new InvalidOperationException($"{id} has no key."), events);

    /// <summary>The same under a key that is given.</summary>
    public static LedgerAppend Copies(string id, byte[] key, int events = 1) => new()
    {
        RecordId = id,
        RecordKey = key,
        Actor = "actor-1",
        Events = [.. Enumerable.Range(1, events).Select(i => new NewCustodyEvent(CustodyEventType.Copied, new Dictionary<string, JsonNode?> { ["reason"] = $"copy {i}" }))],
    };
}
