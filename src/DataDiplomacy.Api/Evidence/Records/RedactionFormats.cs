using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>What is written of a redaction, and what of it is shown to whom: an event names the other record only to those who may know of that.</summary>
internal static class RedactionFormats
{
    private static readonly string[] OfOriginal = [Redaction.Parent, Redaction.ParentSha256];
    private static readonly string[] OfRedaction = [Redaction.Child, Redaction.OutputSha256];

    /// <summary>A redaction as the record that it is.</summary>
    public static AddRecord ToRecord(AddRedaction request, EvidenceKind kind) =>
        new() { Kind = kind, Title = request.Title, Sensitivity = request.Sensitivity, Case = request.Case, Sha256 = request.Sha256 };

    /// <summary>The event of the redaction. The digest of the original is the original's and ends with it; that of the redaction is its own.</summary>
    public static NewCustodyEvent EventOf(AddRedaction request, Derived parent, string output) => new(CustodyEventType.Redacted, Said(new(StringComparer.Ordinal)
    {
        [Redaction.Parent] = parent.Id,
        [Redaction.ParentSha256] = parent.Sha256,
        [Redaction.OutputSha256] = output,
        ["reason"] = WireNames.Of(request.Reason ?? default),
        ["reasonNote"] = request.ReasonNote,
        ["authority"] = request.Authority,
        ["removed"] = JsonSerializer.SerializeToNode(request.Removed, WireJson.Options),
        ["tool"] = request.Tool,
    }))
    {
        Others = new(parent.Id, parent.Key, [Redaction.ParentSha256]),
    };

    /// <summary>The event of the original. The digest of the redaction is the redaction's and ends with it.</summary>
    public static NewCustodyEvent EventOfParent(AddRedaction request, Derived child) => new(CustodyEventType.Redacted, Said(new(StringComparer.Ordinal)
    {
        [Redaction.Child] = child.Id,
        [Redaction.OutputSha256] = child.Sha256,
        ["reason"] = WireNames.Of(request.Reason ?? default),
        ["authority"] = request.Authority,
        ["removed"] = JsonSerializer.SerializeToNode(request.Removed, WireJson.Options),
    }))
    {
        Others = new(child.Id, child.Key, [Redaction.OutputSha256]),
    };

    /// <summary>The other record that an event of redaction names; null for all other events, and where nothing is disclosed.</summary>
    public static string? NamedIn(CustodyEventView view) =>
        view.Type is CustodyEventType.Redacted ? TextOf(view, Redaction.Parent) ?? TextOf(view, Redaction.Child) : null;

    /// <summary>The original that the events of a redaction name; null for originals, and where it is withheld.</summary>
    public static string? ParentIn(IReadOnlyList<CustodyEventView> events) =>
        events.Where(e => e.Type is CustodyEventType.Redacted).Select(e => TextOf(e, Redaction.Parent)).FirstOrDefault(parent => parent is not null);

    /// <summary>The original that the stored events of a record name; null for originals, and where that cannot be read.</summary>
    public static string? ParentIn(IEnumerable<CustodyEvent> events, byte[] key)
    {
        try
        {
            return events.Where(e => e.Type is CustodyEventType.Redacted).Select(e => CustodyFormats.Values(e, key)[Redaction.Parent]?.GetValue<string>()).FirstOrDefault(parent => parent is not null);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>An event without what belongs to a record that the caller may not know of.</summary>
    /// <param name="view">The event with all that opens it.</param>
    /// <param name="known">The records that the caller may know of, of those that events name.</param>
    public static CustodyEventView Show(CustodyEventView view, IReadOnlySet<string> known)
    {
        if (NamedIn(view) is not { } other || known.Contains(other))
        {
            return view;
        }

        var hidden = TextOf(view, Redaction.Parent) is null ? OfRedaction : OfOriginal;
        return view with
        {
            Disclosures = [.. view.Disclosures.Where(d => !hidden.Contains(NameOf(d)))],
            Withheld = [.. hidden.Select(name => new WithheldDisclosure { Name = name, Reason = WithheldReason.HiddenRecord })],
        };
    }

    private static string? TextOf(CustodyEventView view, string name) =>
        view.Disclosures.Where(d => NameOf(d) == name).Select(d => d.GetProperty("v").GetString()).FirstOrDefault();

    private static string? NameOf(JsonElement disclosure) => disclosure.GetProperty("n").GetString();

    private static Dictionary<string, JsonNode?> Said(Dictionary<string, JsonNode?> values) => values.Where(v => v.Value is not null).ToDictionary(StringComparer.Ordinal);
}

/// <summary>What makes a new record the redaction of another.</summary>
/// <param name="Parent">The original.</param>
/// <param name="ParentSha256">SHA-256 of the content of the original.</param>
/// <param name="EventOf">Gives the event of the redaction, by the digest of its content.</param>
/// <param name="OfParent">Gives what is written about the original, by the redaction.</param>
internal sealed record Derivation(string Parent, string ParentSha256, Func<string, NewCustodyEvent> EventOf, Func<Derived, LedgerAppend> OfParent)
{
    /// <summary>The event by which the redaction came to be.</summary>
    public IEnumerable<NewCustodyEvent> EventsOf(string output) => [EventOf(output)];

    /// <summary>Whoever sends the original again would publish it under the label of a redaction.</summary>
    public void Refuse(StagedBlob staged)
    {
        if (staged.Sha256 == ParentSha256)
        {
            File.Delete(staged.Path);
            throw new ProblemException(Problems.RuleBroken, "The content equals that of the original: a redaction that equals its original removes nothing. Nothing was stored.");
        }
    }
}

/// <summary>One of two records of which one was derived from the other.</summary>
/// <param name="Id">The record.</param>
/// <param name="Key">Its key.</param>
/// <param name="Sha256">SHA-256 of its content.</param>
internal sealed record Derived(string Id, byte[] Key, string Sha256);
