using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>What this server asks of policies, and what it reads from them.</summary>
public static class PolicyTerms
{
    /// <summary>Longest policy, bytes of its JSON.</summary>
    public const int MaxBytes = 256 * 1024;

    private const string Timestamp = "timestamp";

    /// <summary>Reads a policy that somebody sent.</summary>
    /// <exception cref="ProblemException">It is none; the text names the place.</exception>
    public static OdrlPolicy Read(JsonElement json)
    {
        // As text it could not be read where it is no UTF-8, and a name that occurs twice would not show.
        var bytes = JsonMarshal.GetRawUtf8Value(json).ToArray();
        if (bytes.Length > MaxBytes) throw ProblemException.Invalid("policy", $"policy has {bytes.Length} bytes; at most {MaxBytes} are taken.");
        try
        {
            return OdrlReader.Read(bytes);
        }
        catch (OdrlFormatException e)
        {
            throw ProblemException.Invalid("policy" + e.Path, e.Message);
        }
    }

    /// <summary>The policy about one data set, which is its target as a whole: rules name none of their own (Dataspace Protocol 2025-1, Message Types).</summary>
    /// <exception cref="ProblemException">It is about something else, has no rule, or has a hash that others cannot work out.</exception>
    public static OdrlPolicy About(OdrlPolicy policy, string dataset, string iri)
    {
        if (policy.Permissions.Count == 0 && policy.Prohibitions.Count == 0)
            throw ProblemException.Invalid("policy", "policy has neither a permission nor a prohibition: say at least one thing that may or may not be done.");
        if (policy.InheritFrom.Count > 0) throw ProblemException.Invalid("policy/inheritFrom", "policy takes rules over from another, which may change. Put these rules into it.");
        var targets = policy.Rules.SelectMany(r => r.Targets).Concat(policy.Targets);
        if (targets.FirstOrDefault(t => t is not { Refinements.Count: 0, Source: null, Uid: { } uid } || uid != iri && uid != dataset) is { } other)
            throw ProblemException.Invalid("policy/target", $"The policy is about '{other.Uid ?? other.Source}', the offer about '{iri}'. Name that as its target, or none.");
        return policy with
        {
            Targets = [new OdrlReference { Uid = iri }],
            Permissions = [.. policy.Permissions.Select(WithoutTarget)],
            Prohibitions = [.. policy.Prohibitions.Select(WithoutTarget)],
            Obligations = [.. policy.Obligations.Select(WithoutTarget)],
        };
    }

    /// <summary>The agreement that has these rules.</summary>
    public static OdrlPolicy AgreementOf(OdrlPolicy terms, string iri, string assigner, string assignee, DateTime at)
    {
        var other = terms.Other.Where(o => !o.Key.EndsWith(Timestamp, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        other[Timestamp] = JsonSerializer.Serialize(Instants.Format(at));
        return terms with
        {
            Uid = iri,
            Type = OdrlPolicyType.Agreement,
            Assigners = [new OdrlReference { Uid = assigner }],
            Assignees = [new OdrlReference { Uid = assignee }],
            Other = other,
        };
    }

    /// <summary>Where the rules of two policies differ, whatever they are called, who are their parties and when they were made.</summary>
    public static IReadOnlyList<TermDifference> DifferencesOfRules(OdrlPolicy older, OdrlPolicy newer) => PolicyDiff.Compare(Bare(older), Bare(newer));

    /// <summary>From when on no permission of a policy can hold, as its own limits of <c>dateTime</c> say; null when one has no such limit.</summary>
    public static DateTime? ExpiryOf(OdrlPolicy policy)
    {
        var ends = policy.Permissions.Select(p => p.Constraints.OfType<OdrlComparison>().Select(EndOf).Min()).ToList();
        return ends.Count == 0 || ends.Contains(null) ? null : ends.Max();
    }

    /// <summary>Refuses terms whose time is over: nothing could ever be done under them.</summary>
    /// <exception cref="ProblemException">No permission of the policy can hold from now on.</exception>
    public static void RequireTime(OdrlPolicy policy, DateTime now)
    {
        if (ExpiryOf(policy) is { } end && end <= now)
            throw new ProblemException(Problems.RuleBroken, $"The time of these terms is over: no permission of them holds after {Instants.Format(end)}, as their limits of dateTime say. Propose terms that reach further.");
    }

    /// <summary>The duties of a policy, each once, by a short key that fits into an address.</summary>
    public static IReadOnlyList<(string Key, OdrlRule Duty)> DutiesOf(OdrlPolicy policy) =>
        [.. policy.Permissions.SelectMany(p => p.Duties).Concat(policy.Obligations).DistinctBy(d => d.Key).Select(d => (ShortKey(d.Key), d)).OrderBy(d => d.Item1, StringComparer.Ordinal)];

    /// <summary>The duties that somebody said were fulfilled, as an evaluation takes them.</summary>
    public static IReadOnlyList<DutyStanding> StandingsOf(OdrlPolicy policy, IReadOnlyCollection<string> fulfilled) =>
        [.. DutiesOf(policy).Where(d => fulfilled.Contains(d.Key)).Select(d => DutyStanding.Fulfilled(d.Duty.Key))];

    public static StoredPolicy Stored(OdrlPolicy policy, DateTime at) => new()
    {
        Sha256 = OdrlWriter.CanonicalSha256(policy),
        Type = policy.Type,
        Json = OdrlWriter.Write(policy).ToJsonString(),
        CreatedAt = at,
    };

    public static JsonNode Json(StoredPolicy policy) => JsonNode.Parse(policy.Json) ?? throw new InvalidOperationException("A stored policy is null.");

    private static string ShortKey(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];

    private static OdrlRule WithoutTarget(OdrlRule rule) => rule with { Targets = [] };

    private static OdrlPolicy Bare(OdrlPolicy policy) => policy with
    {
        Uid = "urn:any",
        Type = OdrlPolicyType.Agreement,
        Assigners = [],
        Assignees = [],
        Other = policy.Other.Where(o => !o.Key.EndsWith(Timestamp, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal),
    };

    private static DateTime? EndOf(OdrlComparison constraint)
    {
        if (constraint is not { LeftOperand: "dateTime", Operator: "lt" or "lteq", RightOperands: [{ } value] }) return null;
        var isRead = DateTimeOffset.TryParse(value.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end);
        if (!isRead || end.UtcDateTime > DateTime.MaxValue.AddDays(-2)) return null;
        if (constraint.Operator == "lt") return end.UtcDateTime;
        // The last instant itself is still allowed: of a date, the whole day.
        return value.DataType == "xsd:date" ? end.UtcDateTime.AddDays(1) : end.UtcDateTime.AddMilliseconds(1);
    }
}
