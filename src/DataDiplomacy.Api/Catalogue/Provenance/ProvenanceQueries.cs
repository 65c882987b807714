using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Walks the lineage of things: data sets and versions, series and single observations in them, activities, agents, and whatever else was stated.</summary>
public sealed class ProvenanceQueries(
    IDbContextFactory<DataContext> contexts, IReadConnections connections, ProvenanceRootQueries roots, Visibility visibility, ProvenanceIris iris,
    TimeProvider time, IValidator<WalkProvenance> validator)
{
    private const int DefaultDepth = 5;
    private const int DefaultNodes = 1_000;

    /// <summary>The lineage, or null when there is no such thing that the caller may see.</summary>
    /// <param name="id">What was asked for: an IRI, or the id of a version (<c>sdg-demo@2</c>), a data set, an observation or an activity.</param>
    /// <param name="request">Way and budgets.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public async Task<ProvenanceGraphView?> WalkAsync(string id, WalkProvenance request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var direction = request.Direction is { } way && WireNames.TryParse<Direction>(way, out var wanted) ? wanted : Direction.Upstream;
        var (depth, nodes) = (request.Depth ?? DefaultDepth, request.Nodes ?? DefaultNodes);
        var query = Cursor.Fingerprint("provenance", id, direction.ToString(), $"{depth}", $"{nodes}", request.ValidAt, Instants.Canonical(request.AsOf), visibility.Caller.Role.ToString());
        var cursor = Cursor.Decode(request.Cursor, query, keyParts: 1);
        var asOf = cursor?.AsOf ?? Snapshot.InstantOf(request.AsOf, time);
        var scope = new WalkScope(Milliseconds(asOf), cursor?.Sequence ?? await NewestAsync(cancellationToken), visibility.Caller.Readable);
        if (await roots.FindAsync(id, scope, asOf, cancellationToken) is not { } root) return null;

        var skip = cursor?.Number(0) ?? 0;
        var directions = direction == Direction.Both ? new[] { Direction.Upstream, Direction.Downstream } : [direction];
        // One connection at a time: who holds one while waiting for another may wait for ever.
        await using var connection = await connections.OpenAsync(cancellationToken);
        var reader = new ProvenanceReader(connection);
        var walk = new ProvenanceWalk(reader, scope, depth, nodes, skip, Instants.DayOf(request.ValidAt));
        if (skip == 0) root.Begin(walk, direction);
        await walk.RunAsync(directions.ToDictionary(d => d, d => root.StoredFor(d)), cancellationToken);
        var relations = await reader.StatementsAsync([.. walk.Steps.Select(s => s.Statement).OfType<long>().Distinct()], cancellationToken);
        var elements = await reader.ElementsAsync([.. walk.Nodes.Where(n => n.Node.Id > 0).Select(n => n.Node.Iri)], scope, cancellationToken);
        return View(skip == 0 ? root : root with { Implied = [] }, walk, direction, scope, asOf, query, relations.ToDictionary(r => r.Id), elements.ToLookup(e => e.Iri ?? "", StringComparer.Ordinal));
    }

    /// <summary>A number that rises with whatever is stated or withdrawn.</summary>
    public async Task<long> StateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ProvenanceSources.MaxAsync(s => (long?)s.Id, cancellationToken) ?? 0;
    }

    private async Task<long> NewestAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ProvenanceStatements.MaxAsync(s => (long?)s.Id, cancellationToken) ?? 0;
    }

    internal static long Milliseconds(DateTime instant) => new DateTimeOffset(instant).ToUnixTimeMilliseconds();

    private ProvenanceGraphView View(ProvenanceRoot root, ProvenanceWalk walk, Direction direction, WalkScope scope, DateTime asOf, string query,
        Dictionary<long, HeldRow> relations, ILookup<string, HeldRow> elements)
    {
        return new ProvenanceGraphView
        {
            Id = iris.Sent(root.Iri),
            AsOf = asOf,
            Direction = direction,
            Nodes = [.. walk.Nodes.Select(n => ProvenanceViews.OfNode(n, elements[n.Node.Iri].Select(ProvenanceText.Read).Concat(root.Implied.Where(s => s.Shape.IsElement && s.Id == n.Node.Iri)), iris))],
            Edges = [.. walk.Steps.Select(s => ProvenanceViews.OfStep(s, s.Statement is { } number ? relations[number] : null, iris))],
            Partial = walk.Reasons.Count > 0,
            PartialReasons = [.. walk.Reasons],
            Frontier = walk.Frontier,
            Next = walk.GoesOnAfter is { } after ? new Cursor { Query = query, AsOf = asOf, Sequence = scope.UpTo, After = [$"{after}"] }.Encode() : null,
            Statements = [.. ProvenanceViews.Statements(walk, root.Implied, elements.SelectMany(e => e).Concat(relations.Values), iris)],
        };
    }
}
