using System.Globalization;
using System.Text.RegularExpressions;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Standards.Prov;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Statements, and what follows from the names in them.</summary>
/// <param name="Statements">Both.</param>
/// <param name="Datasets">For things whose names do not tell it, the data set whose label decides who sees them.</param>
internal sealed record PartedStatements(IReadOnlyList<ProvStatement> Statements, IReadOnlyDictionary<string, string> Datasets);

/// <summary>
/// Parts of things: an observation is one of its series, a series one of its version, a selection one of its file. Nothing of that is stored until somebody
/// states something of a part; then it is stored with that, so that walks and terms go through the part to the whole.
/// </summary>
internal static partial class PartQueries
{
    private const int Chunk = 1_000;

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>Statements, and for each part that they name that it is a part of its whole, unless they or held statements that at least as many may read say so.</summary>
    /// <param name="context">What reads.</param>
    /// <param name="statements">Statements with IRIs as they are stored.</param>
    /// <param name="handling">Who may read them.</param>
    /// <param name="from">Since when they are held, in milliseconds of Unix time.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<PartedStatements> WithAsync(DataContext context, IReadOnlyList<ProvStatement> statements, Handling handling, long from, CancellationToken cancellationToken)
    {
        var named = statements.SelectMany(ProvenanceWriter.Named).Where(n => n.Role is not (ProvRole.Activity or ProvRole.Agent)).Select(n => n.Iri).ToHashSet(StringComparer.Ordinal);
        var (parts, datasets) = await FindAsync(context, [.. named], cancellationToken);
        if (parts.Count == 0) return new PartedStatements(statements, None);

        var told = statements.Where(s => s.Kind == ProvKind.Specialization).Select(s => (Part: s.Arguments[0] ?? "", Whole: s.Arguments[1] ?? "")).ToHashSet();
        told.UnionWith(await HeldAsync(context, [.. parts.Select(p => p.Part)], handling, from, cancellationToken));
        return new PartedStatements([.. statements, .. parts.Where(p => !told.Contains(p)).Select(p => SelectorProvenance.Of(p.Part, p.Whole))], datasets);
    }

    /// <summary>What some things are parts of, and what that is a part of in turn; each pair once. Only of what is here.</summary>
    /// <param name="context">What reads.</param>
    /// <param name="iris">Names as they are stored.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The pairs, and the data sets of observations, whose names do not tell it.</returns>
    public static async Task<(IReadOnlyList<(string Part, string Whole)> Parts, IReadOnlyDictionary<string, string> Datasets)> FindAsync(
        DataContext context, IReadOnlyList<string> iris, CancellationToken cancellationToken)
    {
        List<(string Part, string Whole)> parts = [.. iris.Select(i => (i, SelectorProvenance.WholeOf(i, out _))).Where(p => p.Item2 is not null).Select(p => (p.i, p.Item2 ?? ""))];
        var observations = await ObservationsAsync(context, iris.Concat(parts.Select(p => p.Whole)), cancellationToken);
        parts.AddRange(observations.Select(o => (o.Key, o.Value.Series)));
        var series = iris.Concat(parts.Select(p => p.Whole)).Distinct(StringComparer.Ordinal).Select(i => (Series: i, Version: VersionOf(i))).Where(s => s.Version is not null).ToList();
        var stored = await StoredAsync(context, [.. series.Select(s => s.Version ?? "").Distinct(StringComparer.Ordinal)], cancellationToken);
        parts.AddRange(series.Where(s => stored.Contains(s.Version ?? "")).Select(s => (s.Series, s.Version ?? "")));
        return ([.. parts.Distinct()], observations.ToDictionary(o => o.Key, o => o.Value.Dataset, StringComparer.Ordinal));
    }

    /// <summary>The version of which an IRI names a series; null where it names none.</summary>
    public static string? VersionOf(string iri) => iri.StartsWith("v1/datasets/", StringComparison.Ordinal) && SeriesPath().Match(iri) is { Success: true } match ? match.Groups["version"].Value : null;

    /// <summary>Whether a text is the id of an observation.</summary>
    public static bool IsObservation(string id) => ObservationId().IsMatch(id);

    /// <summary>The series and the data sets of those of some IRIs that name an observation that is here.</summary>
    private static async Task<Dictionary<string, (string Series, string Dataset)>> ObservationsAsync(DataContext context, IEnumerable<string> iris, CancellationToken cancellationToken)
    {
        var asked = iris.Distinct(StringComparer.Ordinal).Select(ObservationOf).OfType<NamedObservation>();
        var found = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var chunk in asked.Chunk(Chunk))
        {
            var (hashes, periods, versions) = (chunk.Select(o => o.Hash).Distinct().ToList(), chunk.Select(o => o.Period).Distinct().ToList(), chunk.Select(o => o.Version).Distinct().ToList());
            var held = await (
                from k in context.SeriesKeys
                join s in context.Series on k.SeriesId equals s.Id
                join o in context.Observations on new { k.SeriesId, k.AreaId, KeyId = k.Id } equals new { o.SeriesId, o.AreaId, o.KeyId }
                where hashes.Contains(k.Hash) && periods.Contains(o.Period) && versions.Contains(o.FromVersion)
                select new { k.Hash, o.Period, o.FromVersion, s.DatasetId, s.Code }).ToListAsync(cancellationToken);
            var known = held.ToDictionary(o => (o.Hash, o.Period, o.FromVersion));
            foreach (var named in chunk)
            {
                if (known.TryGetValue((named.Hash, named.Period, named.Version), out var row)) found[named.Iri] = (ProvenanceIris.Series(row.DatasetId, named.Version, row.Code), row.DatasetId);
            }
        }

        return found;
    }

    private static NamedObservation? ObservationOf(string iri)
    {
        var prefix = ProvenanceIris.Observation("");
        if (!iri.StartsWith(prefix, StringComparison.Ordinal) || ObservationId().Match(iri[prefix.Length..]) is not { Success: true } match) return null;
        return TimePeriod.TryParse(match.Groups["period"].Value, out var period)
            ? new NamedObservation(iri, match.Groups["key"].Value, period.Code, int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture)) : null;
    }

    private static async Task<HashSet<string>> StoredAsync(DataContext context, IReadOnlyList<string> iris, CancellationToken cancellationToken)
    {
        var stored = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in iris.Chunk(Chunk)) stored.UnionWith(await context.ProvenanceNodes.Where(n => chunk.Contains(n.Iri)).Select(n => n.Iri).ToListAsync(cancellationToken));
        return stored;
    }

    private static async Task<HashSet<(string Part, string Whole)>> HeldAsync(DataContext context, IReadOnlyList<string> parts, Handling handling, long from, CancellationToken cancellationToken)
    {
        var (held, labels) = (new HashSet<(string, string)>(), Enum.GetValues<Handling>().Where(h => h <= handling).ToList());
        foreach (var chunk in parts.Chunk(Chunk))
        {
            var steps = await context.ProvenanceEdges
                .Where(e => chunk.Contains(e.From.Iri) && e.Kind == ProvKind.Specialization && e.RecordedFrom <= from && e.RecordedTo == ProvenanceStatement.Current && labels.Contains(e.Handling))
                .Select(e => new { From = e.From.Iri, To = e.To.Iri }).ToListAsync(cancellationToken);
            held.UnionWith(steps.Select(s => (s.From, s.To)));
        }

        return held;
    }

    private sealed record NamedObservation(string Iri, string Hash, int Period, int Version);

    [GeneratedRegex(@"\A(?<key>[0-9a-f]{32})-(?<period>[0-9A-Z-]+)-v(?<n>[1-9][0-9]{0,8})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ObservationId();

    [GeneratedRegex(@"\A(?<version>v1/datasets/[a-z0-9-]+/versions/[0-9]+)/series/[^/#?]+\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SeriesPath();
}
