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
    IDbContextFactory<DataContext> contexts, IReadConnections connections, ProvenanceRootQueries roots, ProvenanceNodeQueries things, Visibility visibility,
    ProvenanceIris iris, TimeProvider time, IValidator<WalkProvenance> validator)
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
        var skip = Skipped(cursor);
        if (await roots.FindAsync(id, scope, asOf, cancellationToken) is not { } root) return null;

        var directions = direction == Direction.Both ? new[] { Direction.Upstream, Direction.Downstream } : [direction];
        ProvenanceWalk walk;
        var rows = new List<HeldRow>();
        // One connection at a time: who holds one while waiting for another may wait for ever.
        await using (var connection = await connections.OpenAsync(cancellationToken))
        {
            var reader = new ProvenanceReader(connection);
            walk = new ProvenanceWalk(reader, scope, depth, nodes, skip, Instants.DayOf(request.ValidAt), time);
            if (skip == 0) root.Begin(walk, direction);
            await walk.RunAsync(directions.ToDictionary(d => d, d => root.StoredFor(d)), cancellationToken);
            rows.AddRange(await reader.StatementsAsync([.. walk.Steps.Select(s => s.Statement).OfType<long>().Distinct()], cancellationToken));
            rows.AddRange(await reader.ElementsAsync([.. walk.Nodes.Where(n => n.Node.Id > 0).Select(n => n.Node.Iri)], scope, cancellationToken));
        }

        var told = await TellAsync(walk, rows, cancellationToken);
        root = skip == 0 ? root.Beside([.. told.Select(t => t.Statement).OfType<ProvStatement>()], walk) : root with { Implied = [] };
        return View(root, walk, direction, scope, asOf, query, told);
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

    private static int Skipped(Cursor? cursor)
    {
        var told = cursor?.Number(0) ?? 0;
        if (told <= ProvenanceWalk.MaxReached) return told;
        var detail = $"The cursor goes on after {told} things; of one lineage {ProvenanceWalk.MaxReached} are told. Ask with a smaller depth, or for the lineage of a thing nearer to what you look for.";
        throw new ProblemException(Problems.InvalidCursor, detail) { Errors = new Dictionary<string, string[]> { ["cursor"] = [detail] } };
    }

    internal static long Milliseconds(DateTime instant) => new DateTimeOffset(instant).ToUnixTimeMilliseconds();

    /// <summary>What of the statements may be told: a walk ends at what the caller may not see, but a statement names more than the ends of its steps.</summary>
    private async Task<IReadOnlyList<ToldStatement>> TellAsync(ProvenanceWalk walk, IReadOnlyList<HeldRow> rows, CancellationToken cancellationToken)
    {
        var statements = rows.Select(r => (Row: r, Statement: ProvenanceText.Read(r))).ToList();
        var shown = walk.Nodes.Select(n => n.Node.Iri).Concat(walk.Steps.SelectMany(s => new[] { s.From, s.To })).ToHashSet(StringComparer.Ordinal);
        var others = statements.SelectMany(s => ToldStatement.NamesIn(s.Statement).Append(s.Row.Bundle)).OfType<string>().Where(n => !shown.Contains(n));
        var withheld = await things.WithheldAsync(others, cancellationToken);
        return [.. statements.Select(s => ToldStatement.Of(s.Row, s.Statement, withheld))];
    }

    private ProvenanceGraphView View(ProvenanceRoot root, ProvenanceWalk walk, Direction direction, WalkScope scope, DateTime asOf, string query, IReadOnlyList<ToldStatement> told)
    {
        var byNumber = told.ToDictionary(t => t.Row.Id);
        var elements = told.Select(t => t.Statement).OfType<ProvStatement>().Concat(root.Implied).Where(s => s.Shape.IsElement).ToLookup(s => s.Id ?? "", StringComparer.Ordinal);
        return new ProvenanceGraphView
        {
            Id = iris.Sent(root.Iri),
            AsOf = asOf,
            Direction = direction,
            Nodes = [.. walk.Nodes.Select(n => ProvenanceViews.OfNode(n, elements[n.Node.Iri], iris))],
            Edges = [.. walk.Steps.Select(s => ProvenanceViews.OfStep(s, s.Statement is { } number ? byNumber[number] : null, iris))],
            Partial = walk.Reasons.Count > 0,
            PartialReasons = [.. walk.Reasons],
            Frontier = walk.Frontier,
            Next = walk.GoesOnAfter is { } after and <= ProvenanceWalk.MaxReached ? new Cursor { Query = query, AsOf = asOf, Sequence = scope.UpTo, After = [$"{after}"] }.Encode() : null,
            Statements = ProvenanceViews.Statements(walk, root.Implied, told, iris),
        };
    }
}
