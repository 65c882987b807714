using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Verifier.Inputs;

namespace DataDiplomacy.Verifier.Verbs;

/// <summary><c>log URL|DIR</c>: a whole log (c2sp.org/tlog-tiles), every tile and the root worked out again from the entries.</summary>
internal static class LogVerb
{
    private const string KeyPath = "vkey";

    public static Command Build(Output output)
    {
        var vkeys = new Option<string[]>("--vkey") { Description = "The vkey of the log itself, not a file; may be repeated. Without it the log's own file vkey is taken, which proves nothing of who it is." };
        var since = new Option<string[]>("--since") { Description = "An earlier checkpoint of the log, which it must continue; may be repeated." };
        var place = new Argument<string>("URL|DIR") { Description = "The prefix of the log's addresses, or its folder." };
        var command = new Command("log", "Audits a whole log. With a URL this is the only verb that uses the network.") { vkeys, since, place };
        command.SetAction(parsed => output.Answer("log", () =>
        {
            var earlier = parsed.GetValue(since) ?? [];
            using var log = new LogPlace(parsed.GetRequiredValue(place));
            return Audit(log, parsed.GetValue(vkeys) ?? [], [.. earlier.Select(path => new ReadOnlyMemory<byte>(InputFile.Bytes(path)))]);
        }));
        return command;
    }

    private static Finding Audit(LogPlace log, string[] pinned, IReadOnlyCollection<ReadOnlyMemory<byte>> earlier)
    {
        var isPinned = pinned.Length > 0;
        string[] vkeys = isPinned ? pinned : [Encoding.UTF8.GetString(log.Read(KeyPath) ?? throw new UnreadableException($"The log has no file {KeyPath}; give its key by --vkey.")).Trim()];
        List<NoteKey> keys = [];
        foreach (var vkey in vkeys)
        {
            if (!Parsing.Try(() => NoteKey.Parse(vkey), out var key, out var problem)) return Finding.Refused("vkeyInvalid", $"{vkey}: {problem}");
            keys.Add(key);
        }
        if (log.Read(LogAudit.CheckpointPath) is not { } checkpoint) return Finding.Refused("checkpointMissing", "The log has no checkpoint.");
        var report = LogAudit.Run(checkpoint, keys, earlier, tile => log.Read(tile.Path));
        return Judge(report, Describe(report, keys, isPinned, earlier.Count), isPinned);
    }

    private static Finding Judge(LogAuditReport report, JsonObject details, bool isPinned)
    {
        if (report.Faults is [var first, ..]) return Finding.Refused(CamelCase(first.Kind), first.Explanation, details);
        var key = isPinned ? "" : " The key came from the log itself and was not pinned: this shows that the log agrees with itself, not whose it is.";
        return Finding.Valid(string.Create(CultureInfo.InvariantCulture, $"{report.Entries} entries and {report.Tiles} tiles give the root of the checkpoint.{key}"), details);
    }

    private static JsonObject Describe(LogAuditReport report, List<NoteKey> keys, bool isPinned, int earlier) => new()
    {
        ["checkpoint"] = report.Checkpoint is { } checkpoint ? ProofVerb.Describe(checkpoint) : null,
        ["keys"] = new JsonArray([.. keys.Select(JsonNode (key) => JsonValue.Create(key.ToString()))]),
        ["keyPinned"] = isPinned,
        ["earlierCheckpoints"] = earlier,
        ["completed"] = report.Completed,
        ["entries"] = report.Entries,
        ["tiles"] = report.Tiles,
        ["faults"] = new JsonArray([.. report.Faults.Select(JsonNode (fault) => new JsonObject
        {
            ["kind"] = CamelCase(fault.Kind),
            ["path"] = fault.Path,
            ["entryIndex"] = fault.EntryIndex,
            ["explanation"] = fault.Explanation
        })]),
        ["faultsLeftOut"] = report.FaultsLeftOut,
        ["limits"] = new JsonArray("Shows that nothing was changed or taken away, not that what was logged is true.", "A log that shows others something else is found only by checkpoints they saw: --since, or witnesses.")
    };

    private static string CamelCase(LogFaultKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
