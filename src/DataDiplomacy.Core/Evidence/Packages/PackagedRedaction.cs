using System.Globalization;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>
/// Whether a record that is, or says it is, a redaction may be taken for one: a signed event says so, made before anything was exported, and what is
/// withheld of it is named and nothing else. A slot that could hold more than a name and a reason could hold anything.
/// </summary>
internal sealed class PackagedRedaction(PackagedRecord record, PackageFiles files)
{
    private const string Limits = "Shows who removed what by whose order, as they said, and that nothing else stands in its place; not that nothing more was removed, nor that what remains cannot give it away.";

    // No other reason: a text of one's own could hold what was removed.
    private static readonly string[] Reasons = [Redaction.HiddenRecord, Redaction.ErasedRecord];

    private readonly List<string> _faults = [];
    private readonly HashSet<(int Sequence, string Name)> _withheld = [];

    // Of what ended with the other record, its id may stand beside it.
    private readonly HashSet<(int Sequence, string Name)> _ended = [];

    /// <summary>Whether an entry of the disclosures stands for one that is withheld.</summary>
    public static bool IsSlot(JsonElement entry) => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("withheld", out _);

    /// <summary>Checks it.</summary>
    /// <param name="all">The records of the package, checked.</param>
    /// <returns>Not applicable for originals of which nothing is withheld, and after erasure.</returns>
    public PackageCheck Check(IReadOnlyDictionary<string, PackagedRecord> all)
    {
        CheckSlots();
        var said = Said();
        var isClaimed = said is { ValueKind: not JsonValueKind.Null } || record.Statements.TryGetValue(1, out var first) && first.Commitments.ContainsKey(Redaction.Derivation);
        var derivations = record.Statements.Values.Where(Redaction.IsDerivation).OrderBy(each => each.Sequence).ToList();
        if (derivations.Count > 1) _faults.Add("more than one event says what it was derived from");
        if (derivations.Count == 0)
        {
            if (isClaimed) _faults.Add("it is said to be a redaction, and no event of it says so");
            return Answer(PackageVerification.NotApplicable, "The record is no redaction, and nothing of it is withheld.");
        }
        var derivation = derivations[0];
        CheckPlace(derivation);
        if (record.IsErased) return Answer(PackageVerification.NotApplicable, "The redaction was erased; the event by which it came to be remains.");
        CheckOutput(derivation);
        if (said is { ValueKind: not JsonValueKind.Null } named && (named.ValueKind != JsonValueKind.String || named.GetString() != record.Text(derivation.Sequence, Redaction.Parent)))
            _faults.Add("record.json names another original than the event");
        return Answer(PackageVerification.Pass, string.Create(CultureInfo.InvariantCulture, $"Event {derivation.Sequence}: {OfOriginal(derivation, all)}"));
    }

    private PackageCheck Answer(string outcome, string detail) => _faults.Count == 0
        ? new("redaction", record.Id, outcome, detail, Limits)
        : new("redaction", record.Id, PackageVerification.Fail, string.Join("; ", _faults), Limits);

    /// <summary>The member <c>redactionOf</c> as the record was shown; null without one.</summary>
    private JsonElement? Said()
    {
        if (files.Json(PackagePaths.Record(record.Id)) is not { } shown)
        {
            _faults.Add(files.WhyNoJson(PackagePaths.Record(record.Id)));
            return null;
        }
        return shown.TryGetProperty("redactionOf", out var parent) ? parent : null;
    }

    /// <summary>Every slot, and no list of anything but events: what no check reads could hold what was removed.</summary>
    private void CheckSlots()
    {
        if (files.Json(PackagePaths.Disclosures(record.Id)) is not { } disclosed)
        {
            _faults.Add(files.WhyNoJson(PackagePaths.Disclosures(record.Id)));
            return;
        }
        foreach (var list in disclosed.EnumerateObject())
        {
            if (!int.TryParse(list.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) || !record.Statements.TryGetValue(sequence, out var statement)
                || list.Name != sequence.ToString(CultureInfo.InvariantCulture) || list.Value.ValueKind != JsonValueKind.Array)
            {
                _faults.Add($"disclosures.json holds \"{list.Name}\", which is no list of an event");
                continue;
            }
            foreach (var slot in list.Value.EnumerateArray().Where(IsSlot)) CheckSlot(statement, slot);
        }
    }

    private void CheckSlot(CustodyStatement statement, JsonElement slot)
    {
        if (slot.EnumerateObject().Count() != 2 || !slot.TryGetProperty("name", out var named) || named.ValueKind != JsonValueKind.String
            || slot.GetProperty("withheld") is var reason && (reason.ValueKind != JsonValueKind.String || !Reasons.Contains(reason.GetString())))
        {
            _faults.Add(Say(statement, "has a withheld slot that holds something else than a name and a reason"));
            return;
        }
        var name = named.GetString() ?? "";
        if (!statement.Commitments.ContainsKey(name)) _faults.Add(Say(statement, "withholds what it does not commit to"));
        else if (!Redaction.Withholdable(statement).Contains(name)) _faults.Add(Say(statement, $"withholds {name}, which cannot be withheld of it"));
        if (slot.GetProperty("withheld").ValueEquals(Redaction.ErasedRecord)) _ended.Add((statement.Sequence, name));
        if (!_withheld.Add((statement.Sequence, name)) || record.Discloses(statement.Sequence, name)) _faults.Add(Say(statement, $"has {name} twice"));
    }

    private void CheckPlace(CustodyStatement derivation)
    {
        if (!record.ChainHolds) _faults.Add("its events are no whole signed chain");
        if (record.Statements.Values.Any(each => each.Type == "exported" && each.Sequence < derivation.Sequence)) _faults.Add(Say(derivation, "came after an export"));
    }

    /// <summary>Of the redaction's own event all is there: only what names its original may be withheld, and only as a whole.</summary>
    private void CheckOutput(CustodyStatement derivation)
    {
        foreach (var name in derivation.Commitments.Keys.Where(name => !record.Discloses(derivation.Sequence, name) && !_withheld.Contains((derivation.Sequence, name))))
            _faults.Add(Say(derivation, $"neither discloses {name} nor says that it is withheld"));
        if (record.Discloses(derivation.Sequence, Redaction.Parent) != record.Discloses(derivation.Sequence, Redaction.ParentSha256) && !_ended.Contains((derivation.Sequence, Redaction.ParentSha256))) _faults.Add(Say(derivation, "discloses half of what it says of its original"));
        if (record.ContentSha256 is null || record.Text(derivation.Sequence, Redaction.OutputSha256) != record.ContentSha256) _faults.Add(Say(derivation, "says another SHA-256 than the content has"));
    }

    /// <summary>Holds the redaction against its original, if that is in the package and can still be read.</summary>
    private string OfOriginal(CustodyStatement derivation, IReadOnlyDictionary<string, PackagedRecord> all)
    {
        if (record.Text(derivation.Sequence, Redaction.Parent) is not { } parent) return "its original is withheld, since the receiver may not know of it.";
        if (!all.TryGetValue(parent, out var original)) return $"a redaction of {parent}, which is not in the package.";
        if (original.IsErased) return $"a redaction of {parent}, which was erased.";
        if (record.Text(derivation.Sequence, Redaction.ParentSha256) is not { } digest || digest != original.Announced) _faults.Add(Say(derivation, "says another SHA-256 than its original has"));
        if (!original.Statements.Values.Any(each => each.Type == Redaction.Event && original.Text(each.Sequence, Redaction.Child) == record.Id
                && original.Text(each.Sequence, Redaction.OutputSha256) is { } output && output == record.ContentSha256))
            _faults.Add($"no event of its original {parent} names it with this content");
        return $"a redaction of {parent}, which says so too.";
    }

    private static string Say(CustodyStatement statement, string what) => string.Create(CultureInfo.InvariantCulture, $"event {statement.Sequence} {what}");
}
