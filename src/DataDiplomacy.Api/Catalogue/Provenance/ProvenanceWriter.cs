using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Standards.Prov;
using DataDiplomacy.Core.Standards.Prov.Ordering;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>
/// Adds statements to the graph, in the transaction of the context and under the lock of the graph: whoever states something, be it a caller or
/// this server of its own work, writes here. Nodes are found by their IRI or made; nothing is saved
/// but the ranks of those that have to move.
/// </summary>
internal sealed class ProvenanceWriter(DataContext context, ProvenanceSource source, long recordedFrom)
{
    private const int Chunk = 1_000;

    private readonly Dictionary<string, ProvenanceNode> _nodes = new(StringComparer.Ordinal);

    /// <summary>The steps that were added.</summary>
    public List<ProvenanceEdge> Added { get; } = [];

    /// <summary>Adds statements of this server's own, with what follows from the names in them.</summary>
    /// <param name="statements">With IRIs as they are stored.</param>
    /// <param name="datasetOfNew">The data set that hides a new thing when it is hidden, agents excepted; null where only its name tells.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public async Task AddAsync(IReadOnlyList<ProvStatement> statements, Func<string, string?> datasetOfNew, CancellationToken cancellationToken)
    {
        var parted = await PartQueries.WithAsync(context, statements, source.Handling, recordedFrom, cancellationToken);
        var order = await new ProvenanceOrderCommands(context).PlaceAsync(parted.Statements, cancellationToken);
        await AddAsync([.. parted.Statements.Select(s => new HeldStatement(null, s))], iri => parted.Datasets.GetValueOrDefault(iri) ?? datasetOfNew(iri), order, cancellationToken);
    }

    /// <summary>Adds statements.</summary>
    /// <param name="statements">With IRIs as they are stored.</param>
    /// <param name="datasetOfNew">The data set that hides a new thing when it is hidden, agents excepted; null where only its name tells.</param>
    /// <param name="order">How those outside any bundle fit into the order.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public async Task AddAsync(IReadOnlyList<HeldStatement> statements, Func<string, string?> datasetOfNew, ProvenanceOrder order, CancellationToken cancellationToken)
    {
        await new ProvenanceOrderCommands(context).MoveAsync(order.Moved, cancellationToken);
        var agents = statements.SelectMany(s => Named(s.Statement).Where(n => n.Role == ProvRole.Agent).Select(n => n.Iri)).ToHashSet(StringComparer.Ordinal);
        await FindAsync([.. statements.SelectMany(s => Named(s.Statement)).Select(n => n.Iri).Distinct()], cancellationToken);
        foreach (var (bundle, statement) in statements)
        {
            var row = new ProvenanceStatement
            {
                Source = source,
                Kind = statement.Kind,
                Iri = statement.Id is { } id && !ProvNames.IsBlank(id) ? id : null,
                Bundle = bundle,
                Arguments = ProvenanceText.OfArguments(statement),
                Attributes = ProvenanceText.OfAttributes(statement),
                RecordedFrom = recordedFrom,
                RecordedTo = ProvenanceStatement.Current,
            };
            foreach (var (iri, role) in Named(statement))
            {
                Learn(Node(iri, agents.Contains(iri) ? null : datasetOfNew(iri)), role);
            }

            row.Edges.AddRange(ProvSteps.Of(statement).Distinct().Select(step => new ProvenanceEdge
            {
                From = _nodes[step.From],
                To = _nodes[step.To],
                Kind = statement.Kind,
                Handling = source.Handling,
                RecordedFrom = recordedFrom,
                RecordedTo = ProvenanceStatement.Current,
            }));
            Added.AddRange(row.Edges);
            context.ProvenanceStatements.Add(row);
        }

        foreach (var (iri, rank) in order.New) _nodes[iri].Rank = rank;
    }

    /// <summary>Lets the label of an agent decide who sees a thing that was added, whoever named it before.</summary>
    public void SayBy(string agent, string iri) => _nodes[iri].AgentId ??= agent;

    /// <summary>The things that a statement names, and as what; not the identifiers of other relations, and nothing blank.</summary>
    public static IEnumerable<(string Iri, ProvRole Role)> Named(ProvStatement statement)
    {
        if (statement.Shape.IsElement && statement.Id is { } id && !ProvNames.IsBlank(id))
            yield return (id, statement.Kind switch { ProvKind.Entity => ProvRole.Entity, ProvKind.Activity => ProvRole.Activity, _ => ProvRole.Agent });
        for (var i = 0; i < statement.Arguments.Count; i++)
        {
            var role = statement.Shape.Arguments[i].Role;
            if (role is not (ProvRole.Time or ProvRole.Generation or ProvRole.Usage) && statement.Arguments[i] is { } argument && !ProvNames.IsBlank(argument)) yield return (argument, role);
        }
    }

    private async Task FindAsync(IReadOnlyList<string> iris, CancellationToken cancellationToken)
    {
        foreach (var chunk in iris.Chunk(Chunk))
        {
            foreach (var node in await context.ProvenanceNodes.Where(n => chunk.Contains(n.Iri)).ToListAsync(cancellationToken))
            {
                _nodes[node.Iri] = node;
            }
        }
    }

    private ProvenanceNode Node(string iri, string? dataset)
    {
        if (_nodes.TryGetValue(iri, out var known)) return known;
        var (part, version) = ProvenanceIris.PartOf(iri);
        // A part of what an agent says is seen by those who see the whole, which is named with it.
        var whole = SelectorProvenance.WholeOf(iri, out _) is { } name ? _nodes.GetValueOrDefault(name) : null;
        var node = new ProvenanceNode { Iri = iri, DatasetId = part ?? dataset, VersionNumber = version, RecordId = ProvenanceIris.RecordOf(iri), AgentId = whole?.AgentId, Rank = StepOrder.Free };
        _nodes[iri] = node;
        context.ProvenanceNodes.Add(node);
        return node;
    }

    private static void Learn(ProvenanceNode node, ProvRole role)
    {
        // Only what is new is written: a node that many statements name is not rewritten by each.
        if (role is ProvRole.Entity or ProvRole.Collection or ProvRole.Bundle && !node.IsEntity) node.IsEntity = true;
        if (role is ProvRole.Activity && !node.IsActivity) node.IsActivity = true;
        if (role is ProvRole.Agent && !node.IsAgent) node.IsAgent = true;
    }
}
