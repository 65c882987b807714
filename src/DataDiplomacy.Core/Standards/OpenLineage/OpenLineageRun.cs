using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Core.Standards.OpenLineage;

/// <summary>
/// An activity of PROV-DM as the events of a run: the way back from <see cref="OpenLineageProvenance"/>, and for activities that came otherwise what of
/// them a run can tell. A run that was told by events comes out with its names, versions and facets, columns among them; events in the middle of it,
/// which have no place in PROV-DM, do not.
/// </summary>
public sealed class OpenLineageRun
{
    private const string DatasetPrefix = "urn:openlineage:dataset:";
    private const string JobPrefix = "urn:openlineage:job:";
    private const string RunPrefix = "urn:uuid:";

    // RFC 9562, 6.6: the namespace of names that are URLs.
    private static readonly Guid UrlNamespace = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private static readonly JsonDocumentOptions EachNameOnce = new() { AllowDuplicateProperties = false };

    private readonly string _namespace;
    private readonly Func<string, (string Name, string? Version)?> _known;

    /// <summary>Names things of the caller as the caller does.</summary>
    /// <param name="ownNamespace">Namespace of the data sets and jobs of the caller; also the producer where nobody told of the run.</param>
    /// <param name="known">Gives the name of a data set of the caller, and the version, by an IRI; null for other IRIs.</param>
    public OpenLineageRun(string ownNamespace, Func<string, (string Name, string? Version)?> known)
    {
        _namespace = ownNamespace;
        _known = known;
    }

    /// <summary>The events of an activity: its start, where that is known, and its end, or one event without a transition of its own.</summary>
    /// <param name="activity">IRI of the activity.</param>
    /// <param name="statements">Statements about it and the things that it used and generated; others are left aside.</param>
    /// <param name="toldAt">When the server came to know of it (RFC 3339): the time of an event whose activity has neither start nor end.</param>
    /// <returns>One or two events, the end with inputs and outputs; empty when no statement calls it an activity.</returns>
    public IReadOnlyList<OpenLineageEvent> Of(string activity, IReadOnlyCollection<ProvStatement> statements, string toldAt)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var elements = statements.Where(s => s.Kind == ProvKind.Activity && s.Id == activity).ToList();
        if (elements.Count == 0) return [];
        var association = statements.FirstOrDefault(s => s.Kind == ProvKind.Association && s.Arguments[0] == activity);
        var (start, end) = (TimeOf(elements, 0), TimeOf(elements, 1));
        var run = new OpenLineageEvent
        {
            EventTime = end ?? start ?? toldAt,
            Producer = association?.Arguments[1] is { } agent && Uri.TryCreate(agent, UriKind.Absolute, out _) ? agent : _namespace,
            Transition = end is null ? start is null ? RunTransition.Other : RunTransition.Start : EndOf(elements),
            RunId = RunIdOf(activity),
            Job = JobOf(association?.Arguments[2], elements),
            Inputs = [.. Related(statements, ProvKind.Usage, activity, 0, 1).Select(iri => Dataset(iri, statements, "input"))],
            Outputs = [.. Related(statements, ProvKind.Generation, activity, 1, 0).Union(Related(statements, ProvKind.Influence, activity, 1, 0)).Select(iri => Dataset(iri, statements, "output"))],
            Facets = Merged(elements.SelectMany(FacetsOf)),
            Key = activity,
        };
        // Constraint 30: a start that is said twice is one.
        return start is null || end is null ? [run] : [run with { EventTime = start, Transition = RunTransition.Start, Outputs = [] }, run];
    }

    /// <summary>The id of the run of an activity: the UUID that it is called by, else one made of its IRI (RFC 9562, version 5), always the same.</summary>
    public static string RunIdOf(string activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.StartsWith(RunPrefix, StringComparison.Ordinal) && Guid.TryParseExact(activity[RunPrefix.Length..], "D", out var id)) return id.ToString("D");
        Span<byte> named = [.. UrlNamespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(activity)];
#pragma warning disable CA5350 // Version 5 is made with SHA-1; it names, and protects nothing.
        Span<byte> hash = SHA1.HashData(named);
#pragma warning restore CA5350
        (hash[6], hash[8]) = ((byte)(hash[6] & 0x0F | 0x50), (byte)(hash[8] & 0x3F | 0x80));
        return new Guid(hash[..16], bigEndian: true).ToString("D");
    }

    private static string? TimeOf(List<ProvStatement> elements, int argument) => elements.Select(e => e.Arguments[argument]).FirstOrDefault(t => t is not null);

    private static RunTransition EndOf(List<ProvStatement> elements) =>
        elements.SelectMany(e => e.Attributes).Where(a => a.Name == OpenLineageProvenance.Terms + "eventType").Select(a => a.Value.Text) is var said && said.Contains("FAIL") ? RunTransition.Fail
            : said.Contains("ABORT") ? RunTransition.Abort : RunTransition.Complete;

    private LineageName JobOf(string? plan, List<ProvStatement> elements)
    {
        if (plan is not null) return Parsed(plan, JobPrefix) ?? Split(plan);
        var type = elements.SelectMany(e => e.Attributes).FirstOrDefault(a => a.Name == ProvNames.Type)?.Value.Text;
        return new LineageName(_namespace, type?.Split('#', '/')[^1] is { Length: > 0 } name ? name : "activity");
    }

    private static IEnumerable<string> Related(IReadOnlyCollection<ProvStatement> statements, ProvKind kind, string activity, int ofActivity, int ofThing) =>
        statements.Where(s => s.Kind == kind && s.Arguments[ofActivity] == activity).Select(s => s.Arguments[ofThing]).OfType<string>().Distinct(StringComparer.Ordinal);

    private LineageDataset Dataset(string iri, IReadOnlyCollection<ProvStatement> statements, string place)
    {
        var facets = Merged(statements.Where(s => s.Kind == ProvKind.Entity && s.Id == iri).SelectMany(FacetsOf), "facets", place);
        if (_known(iri) is var (name, version)) return new LineageDataset(new LineageName(_namespace, name), version, facets);
        var (state, fragment) = iri.Split('#', 2) is [var before, var after] ? (before, after) : (iri, "");
        if (Parsed(state, DatasetPrefix) is not { } told) return new LineageDataset(Split(iri), null, facets);
        return new LineageDataset(told, fragment.StartsWith("version=", StringComparison.Ordinal) ? Uri.UnescapeDataString(fragment["version=".Length..]) : null, facets);
    }

    private static LineageName? Parsed(string iri, string prefix) =>
        iri.StartsWith(prefix, StringComparison.Ordinal) && iri[prefix.Length..].Split(':') is [var space, var name] ? new LineageName(Uri.UnescapeDataString(space), Uri.UnescapeDataString(name)) : null;

    /// <summary>An IRI of others: its scheme and authority are the namespace (OpenLineage, "Naming Conventions").</summary>
    private static LineageName Split(string iri)
    {
        if (Uri.TryCreate(iri, UriKind.Absolute, out var uri) && uri.Authority.Length > 0 && iri.Length > $"{uri.Scheme}://{uri.Authority}".Length + 1)
            return new LineageName($"{uri.Scheme}://{uri.Authority}", iri[$"{uri.Scheme}://{uri.Authority}".Length..].TrimStart('/'));
        return iri.Split(':', 2) is [var scheme, { Length: > 0 } rest] ? new LineageName(scheme, rest) : new LineageName("urn", iri);
    }

    private static IEnumerable<string> FacetsOf(ProvStatement element) => element.Attributes.Where(a => a.Name == OpenLineageProvenance.Terms + "facets").Select(a => a.Value.Text);

    /// <summary>Facets that several events told of one thing, each member once; only those at the places named, or all.</summary>
    private static string? Merged(IEnumerable<string> facets, params IReadOnlyCollection<string> places)
    {
        var merged = new JsonObject();
        foreach (var (place, told) in facets.SelectMany(Members).Where(m => places.Count == 0 || places.Contains(m.Place)))
        {
            if (!merged.TryGetPropertyValue(place, out var known)) merged[place] = known = new JsonObject();
            foreach (var (name, facet) in told) known?.AsObject().TryAdd(name, facet?.DeepClone());
        }

        return merged.Count == 0 ? null : merged.ToJsonString();
    }

    // Others may state an attribute of the same name with whatever they like.
    private static IEnumerable<(string Place, JsonObject Told)> Members(string facets)
    {
        try
        {
            return JsonNode.Parse(facets, documentOptions: EachNameOnce) is JsonObject all ? [.. all.Where(m => m.Value is JsonObject).Select(m => (m.Key, m.Value?.AsObject() ?? []))] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
