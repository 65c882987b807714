using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Prov;
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
        var query = Cursor.Fingerprint("provenance", id, direction.ToString(), $"{depth}", $"{nodes}", Instants.Canonical(request.AsOf), visibility.Caller.Role.ToString());
        var cursor = Cursor.Decode(request.Cursor, query, keyParts: 1);
        var asOf = cursor?.AsOf ?? Snapshot.InstantOf(request.AsOf, time);
        var scope = new WalkScope(Milliseconds(asOf), cursor?.Sequence ?? await NewestAsync(cancellationToken), visibility.Caller.Readable);
        if (await roots.FindAsync(id, scope, asOf, cancellationToken) is not { } root) return null;

        var skip = cursor?.Number(0) ?? 0;
        var directions = direction == Direction.Both ? new[] { Direction.Upstream, Direction.Downstream } : [direction];
        ProvenanceWalk walk;
        // One connection at a time: who holds one while waiting for another may wait for ever.
        await using (var connection = await connections.OpenAsync(cancellationToken))
        {
            walk = new ProvenanceWalk(new ProvenanceReader(connection), scope, depth, nodes, skip);
            if (skip == 0) root.Begin(walk, direction);
            await walk.RunAsync(root.Stored, directions, cancellationToken);
        }

        return await ViewAsync(root, walk, direction, scope, asOf, query, cancellationToken);
    }

    /// <summary>A number that rises with each statement, and with each withdrawal.</summary>
    public async Task<long> StateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await context.ProvenanceStatements.MaxAsync(s => (long?)s.Id, cancellationToken) ?? 0;
        var withdrawn = await context.ProvenanceStatements.LongCountAsync(s => s.RecordedTo != ProvenanceStatement.Current, cancellationToken);
        return newest * 31 + withdrawn;
    }

    private async Task<long> NewestAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ProvenanceStatements.MaxAsync(s => (long?)s.Id, cancellationToken) ?? 0;
    }

    internal static long Milliseconds(DateTime instant) => new DateTimeOffset(instant).ToUnixTimeMilliseconds();

    private async Task<ProvenanceGraphView> ViewAsync(ProvenanceRoot root, ProvenanceWalk walk, Direction direction, WalkScope scope, DateTime asOf, string query, CancellationToken cancellationToken)
    {
        var relations = await RelationsAsync([.. walk.Steps.Select(s => s.Statement).OfType<long>().Distinct()], cancellationToken);
        var elements = await ElementsAsync([.. walk.Nodes.Where(n => n.Node.Id > 0).Select(n => n.Node.Iri)], scope, cancellationToken);
        return new ProvenanceGraphView
        {
            Id = iris.Sent(root.Iri),
            AsOf = asOf,
            Direction = direction,
            Nodes = [.. walk.Nodes.Select(n => ProvenanceViews.OfNode(n, elements[n.Node.Iri].Select(Read), iris))],
            Edges = [.. walk.Steps.Select(s => ProvenanceViews.OfStep(s, s.Statement is { } number ? relations[number] : null, iris))],
            Partial = walk.Reasons.Count > 0,
            PartialReasons = [.. walk.Reasons],
            Frontier = walk.Frontier,
            Next = walk.GoesOnAfter is { } after ? new Cursor { Query = query, AsOf = asOf, Sequence = scope.UpTo, After = [$"{after}"] }.Encode() : null,
            Statements = [.. ProvenanceViews.Statements(walk, elements.SelectMany(e => e).Concat(relations.Values), iris)],
        };
    }

    private async Task<Dictionary<long, ProvenanceStatement>> RelationsAsync(IReadOnlyList<long> numbers, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = new Dictionary<long, ProvenanceStatement>();
        foreach (var chunk in numbers.Chunk(5_000))
        {
            foreach (var statement in await context.ProvenanceStatements.AsNoTracking().Where(s => chunk.Contains(s.Id)).ToListAsync(cancellationToken))
            {
                found[statement.Id] = statement;
            }
        }

        return found;
    }

    private async Task<ILookup<string, ProvenanceStatement>> ElementsAsync(IReadOnlyList<string> nodes, WalkScope scope, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = new List<ProvenanceStatement>();
        foreach (var chunk in nodes.Chunk(5_000))
        {
            found.AddRange(await context.ProvenanceStatements.AsNoTracking()
                .Where(s => chunk.Contains(s.Iri) && s.Kind <= ProvKind.Agent && s.Id <= scope.UpTo && s.RecordedFrom <= scope.At && s.RecordedTo > scope.At && scope.Readable.Contains(s.Source.Handling))
                .OrderBy(s => s.Id).ToListAsync(cancellationToken));
        }

        return found.ToLookup(s => s.Iri ?? "", StringComparer.Ordinal);
    }

    private static ProvStatement Read(ProvenanceStatement statement) => ProvenanceText.Read(statement);
}
