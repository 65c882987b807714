using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Prov;
using DataDiplomacy.Core.Standards.Prov.Constraints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Takes in provenance that somebody states; what contradicts itself or what is held is refused as a whole.</summary>
public sealed class ProvenanceCommands(IDbContextFactory<DataContext> contexts, ProvenanceIris iris, AnswerCommands answers, TimeProvider time, IValidator<AddProvenance> validator)
{
    private const int MaxNameBytes = 2_000;
    private const string RoleSource = "role";

    /// <summary>Judges a document by itself; nothing is stored.</summary>
    public static ProvenanceValidityView Validate(ReadOnlyMemory<byte> json)
    {
        var document = Read(json);
        var report = ProvConstraints.Check(document);
        return new ProvenanceValidityView
        {
            Valid = report.IsValid,
            Statements = document.Statements.Count + document.Bundles.Sum(b => b.Statements.Count),
            Violations = [.. report.Violations.Select(OfViolation)],
            Warnings = [.. report.Warnings.Select(OfViolation)],
        };
    }

    /// <summary>Takes in a document; the same one again changes nothing.</summary>
    /// <exception cref="ProblemException">It is not PROV-JSON, or it breaks constraints, alone or with what is held.</exception>
    public async Task<ProvenanceAddedView> AddAsync(ReadOnlyMemory<byte> json, AddProvenance request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var handling = request.Handling is { } label && WireNames.TryParse<Handling>(label, out var wanted) ? wanted : Handling.Internal;
        var document = Read(json);
        RefuseLongNames(document);
        return await AddAsync(document, "provJson", Convert.ToHexStringLower(SHA256.HashData(json.Span)), handling, request.Strict ?? false, cancellationToken);
    }

    /// <summary>Withdraws a statement: from now on it is held no more, and reads as of earlier still have it. False when there is none that is held.</summary>
    /// <exception cref="ProblemException">The server made it of its own work.</exception>
    public async Task<bool> WithdrawAsync(long number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        var statement = await context.ProvenanceStatements.Include(s => s.Source).Include(s => s.Edges)
            .FirstOrDefaultAsync(s => s.Id == number && s.RecordedTo == ProvenanceStatement.Current, cancellationToken);
        if (statement is null) return false;
        if (statement.Source.Sha256 is null) throw new ProblemException(Problems.RuleBroken, $"Statement {number} is this server's own record of its work and is not withdrawn.");
        var now = Instants.Truncate(time.GetUtcNow().UtcDateTime);
        var until = ProvenanceQueries.Milliseconds(now);
        statement.RecordedTo = until;
        statement.Edges.ForEach(e => e.RecordedTo = until);
        context.ProvenanceSources.Add(new ProvenanceSource { Handling = Handling.Internal, Kind = "withdrawal", Statements = 1, RecordedAt = now });
        await context.SaveChangesAsync(cancellationToken);
        await BindingCommands.LoosenAsync(context, [.. statement.Edges.Select(e => e.FromId).Distinct()], now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>States where a version came from, and of what it was made beside its file, in the transaction that publishes it.</summary>
    public static async Task StateAsync(DataContext context, DatasetVersion version, Activity activity, IReadOnlyList<string> madeFrom, CancellationToken cancellationToken)
    {
        var dataset = await context.Datasets.AsNoTracking().FirstAsync(d => d.Id == version.DatasetId, cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        var statements = VersionProvenance.Of(dataset, version, activity, madeFrom);
        // Who may see it follows from the label of the data set, whatever that will be.
        var source = new ProvenanceSource { Handling = Handling.Public, Kind = "import", Statements = statements.Count, RecordedAt = version.PublishedAt };
        context.ProvenanceSources.Add(source);
        var writer = new ProvenanceWriter(context, source, ProvenanceQueries.Milliseconds(version.RecordedAt));
        await writer.AddAsync(statements, _ => dataset.Id, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await BindingCommands.SpreadAsync(context, writer.Added, ProvenanceQueries.Milliseconds(version.PublishedAt), cancellationToken);
    }

    /// <summary>States something of this server's own work, in the transaction that does it, and takes the lock of the graph for it.</summary>
    /// <param name="context">What writes.</param>
    /// <param name="statements">With IRIs as they are stored; none where only the change as such is noted.</param>
    /// <param name="source">What kind of work it is, who may read the statements beside what labels allow, and when it was.</param>
    /// <param name="datasetOfNew">The data set that hides a new thing when it is hidden; null where only its name tells.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    internal static async Task StateAsync(DataContext context, IReadOnlyList<ProvStatement> statements, ProvenanceSource source, Func<string, string?> datasetOfNew, CancellationToken cancellationToken)
    {
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        var at = ProvenanceQueries.Milliseconds(source.RecordedAt);
        var writer = new ProvenanceWriter(context, source, at);
        await writer.AddAsync(statements, datasetOfNew, cancellationToken);
        context.ProvenanceSources.Add(source);
        await context.SaveChangesAsync(cancellationToken);
        await BindingCommands.SpreadAsync(context, writer.Added, at, cancellationToken);
    }

    /// <summary>Notes that something changed what of the graph is shown, and nothing of what it holds: tags of lineages end with it. In the transaction that does it.</summary>
    internal static Task NoteAsync(DataContext context, string kind, DateTime at, CancellationToken cancellationToken) =>
        StateAsync(context, [], new ProvenanceSource { Handling = Handling.Internal, Kind = kind, Statements = 0, RecordedAt = at }, _ => null, cancellationToken);

    /// <summary>Holds what was delivered under an agreement under its terms, and whatever is made of it; in the transaction that states the delivery.</summary>
    internal static Task BindAsync(DataContext context, string agreement, string iri, DateTime at, CancellationToken cancellationToken) =>
        BindingCommands.SeedAsync(context, agreement, iri, ProvenanceQueries.Milliseconds(at), cancellationToken);

    /// <summary>Frees a data set of agreements; in the transaction of the caller, and under the lock of the graph.</summary>
    /// <returns>False when it is held under none of them.</returns>
    internal static async Task<bool> ReleaseAsync(DataContext context, IReadOnlyList<string> agreements, string dataset, (string By, string Reason) release, DateTime at, CancellationToken cancellationToken)
    {
        await NoteAsync(context, BindingQueries.Release, at, cancellationToken);
        return await BindingCommands.ReleaseAsync(context, agreements, dataset, release, ProvenanceQueries.Milliseconds(at), cancellationToken) > 0;
    }

    /// <summary>States what an agent is called, in the place of what it was called before; the caller holds the lock of the graph and saves.</summary>
    public static Task StateAsync(DataContext context, Agent agent, CancellationToken cancellationToken) =>
        ReplaceAsync(context, ProvenanceIris.Agent(agent.Id), AgentProvenance.Of(agent), agent.UpdatedAt, cancellationToken);

    /// <summary>States a role as an attribution, in the place of the fact that it replaces; the caller holds the lock of the graph and saves.</summary>
    public static Task StateAsync(DataContext context, AgentRole role, CancellationToken cancellationToken)
    {
        var before = role.Replaces is { } number ? AgentProvenance.IriOf(role with { Id = number }) : null;
        return ReplaceAsync(context, before, role.IsWithdrawn ? null : AgentProvenance.Of(role), role.RecordedAt, cancellationToken);
    }

    /// <summary>States for whom an agent acts, in the place of the fact that it replaces; the caller holds the lock of the graph and saves.</summary>
    public static Task StateAsync(DataContext context, AgentDelegation delegation, CancellationToken cancellationToken)
    {
        var before = delegation.Replaces is { } number ? AgentProvenance.IriOf(delegation with { Id = number }) : null;
        return ReplaceAsync(context, before, delegation.IsWithdrawn ? null : AgentProvenance.Of(delegation), delegation.RecordedAt, cancellationToken);
    }

    /// <summary>States where the versions came from that were published before this server did so by itself.</summary>
    public async Task StateEarlierAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var missing = await (
            from v in context.DatasetVersions
            join a in context.Activities on v.ActivityId equals a.Id
            where !context.ProvenanceNodes.Any(n => n.Iri == "v1/activities/" + v.ActivityId)
            orderby v.Sequence
            select new { Version = v, Activity = a }).AsNoTracking().ToListAsync(cancellationToken);
        foreach (var each in missing)
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await StateAsync(context, each.Version, each.Activity, [], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }
    }

    /// <summary>Gives a place in the order to what was stated before there was one; each part is committed by itself, so that a start that is ended goes on.</summary>
    public async Task PlaceEarlierAsync(CancellationToken cancellationToken)
    {
        for (var isMore = true; isMore;)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await ProvenanceLock.TakeAsync(context, cancellationToken);
            isMore = await new ProvenanceOrderCommands(context).PlaceEarlierAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Holds a statement from an instant on, and no more what this server stated of roles under an IRI before.</summary>
    private static Task ReplaceAsync(DataContext context, string? before, ProvStatement? statement, DateTime at, CancellationToken cancellationToken) =>
        ReplaceAsync(context, RoleSource, before is null ? [] : [before], statement is null ? [] : [statement], null, at, cancellationToken);

    /// <summary>Holds statements from an instant on, and no more what this server stated in the same way under some IRIs before.</summary>
    internal static async Task<ProvenanceWriter> ReplaceAsync(
        DataContext context, string kind, IReadOnlyList<string> before, IReadOnlyList<ProvStatement> statements, string? datasetOfNew, DateTime at, CancellationToken cancellationToken)
    {
        var from = ProvenanceQueries.Milliseconds(at);
        var held = before.Count == 0 ? [] : await context.ProvenanceStatements.Include(s => s.Edges)
            .Where(s => s.Iri != null && before.Contains(s.Iri) && s.Source.Kind == kind && s.RecordedTo == ProvenanceStatement.Current).ToListAsync(cancellationToken);
        foreach (var each in held)
        {
            each.RecordedTo = from;
            each.Edges.ForEach(e => e.RecordedTo = from);
        }
        // Who may see it follows from the labels of the agents and of the data set, whatever those will be. A withdrawal has a number here too.
        var source = new ProvenanceSource { Handling = Handling.Public, Kind = kind, Statements = statements.Count, RecordedAt = at };
        context.ProvenanceSources.Add(source);
        var writer = new ProvenanceWriter(context, source, from);
        await writer.AddAsync(statements, _ => datasetOfNew, cancellationToken);
        return writer;
    }

    /// <summary>Takes in the statements of an OpenLineage event; the same event again changes nothing.</summary>
    /// <returns>False when it was held already.</returns>
    /// <exception cref="ProblemException">It contradicts what is held.</exception>
    internal async Task<bool> AddEventAsync(IReadOnlyList<ProvStatement> statements, string key, Handling handling, CancellationToken cancellationToken)
    {
        var document = new ProvDocument { Namespaces = ProvNamespaces.Of(), Statements = statements };
        RefuseLongNames(document);
        return (await AddAsync(document, "openLineage", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))), handling, isStrict: false, cancellationToken)).Added;
    }

    private async Task<ProvenanceAddedView> AddAsync(ProvDocument document, string kind, string sha256, Handling handling, bool isStrict, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        if (await context.ProvenanceSources.AsNoTracking().FirstOrDefaultAsync(s => s.Sha256 == sha256 && s.Handling == handling && s.Kind == kind, cancellationToken) is { } known)
            return View(known, isNew: false, []);
        var now = Instants.Truncate(time.GetUtcNow().UtcDateTime);
        List<ProvStatement> stated = [.. document.Statements.Select(s => ProvenanceViews.Stored(s, iris))];
        var held = await answers.HoldAsync(context, stated.SelectMany(ProvenanceWriter.Named).Select(n => n.Iri), handling, now, "body", cancellationToken);
        // What names no state is the same answer in whatever state: the one of now is one of them.
        stated.AddRange(held.Where(a => a.Key != a.Value.Iri).Select(a => ProvStatement.Relation(ProvKind.Alternate, null, a.Key, a.Value.Iri)));
        var (statements, datasets) = await PartQueries.WithAsync(context, stated, handling, ProvenanceQueries.Milliseconds(now), cancellationToken);
        var warnings = RefuseInvalid(ProvConstraints.Check(document with { Statements = [] }), isStrict);
        var order = await new ProvenanceOrderCommands(context).PlaceAsync(statements, cancellationToken);
        warnings = [.. warnings, .. RefuseInvalid(await new ProvenanceRuleQueries(context, document.Namespaces).CheckAsync(statements, order.Circle, s => ProvenanceViews.Sent(s, iris), cancellationToken), isStrict)];
        var source = new ProvenanceSource
        {
            Handling = handling,
            Kind = kind,
            Sha256 = sha256,
            Statements = statements.Count + document.Bundles.Sum(b => b.Statements.Count),
            RecordedAt = now,
        };
        var added = statements.Select(s => new HeldStatement(null, s))
            .Concat(document.Bundles.SelectMany(b => b.Statements.Select(s => new HeldStatement(iris.Stored(b.Id), ProvenanceViews.Stored(s, iris)))));
        var writer = new ProvenanceWriter(context, source, ProvenanceQueries.Milliseconds(source.RecordedAt));
        await writer.AddAsync([.. added], iri => datasets.GetValueOrDefault(iri) ?? held.GetValueOrDefault(iri)?.Dataset, order, cancellationToken);
        context.ProvenanceSources.Add(source);
        await context.SaveChangesAsync(cancellationToken);
        await BindingCommands.SpreadAsync(context, writer.Added, ProvenanceQueries.Milliseconds(source.RecordedAt), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return View(source, isNew: true, warnings);
    }

    // PostgreSQL indexes texts of at most 2,704 bytes.
    private static void RefuseLongNames(ProvDocument document)
    {
        var names = document.Statements.Concat(document.Bundles.SelectMany(b => b.Statements)).SelectMany(s => ProvenanceWriter.Named(s).Select(n => n.Iri).Append(s.Id ?? "")).Concat(document.Bundles.Select(b => b.Id));
        if (names.FirstOrDefault(n => Encoding.UTF8.GetByteCount(n) > MaxNameBytes) is { } name)
            throw ProblemException.Invalid("body", $"The IRI that begins with {name[..80]} has more than {MaxNameBytes} bytes in UTF-8.");
        if (names.FirstOrDefault(n => n.Contains('\0', StringComparison.Ordinal)) is not null) throw ProblemException.Invalid("body", "An IRI contains the character NUL.");
    }

    private static ProvDocument Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return ProvJsonReader.Read(json);
        }
        catch (ProvFormatException e)
        {
            throw ProblemException.Invalid(e.Path.Length == 0 ? "body" : e.Path, e.Message);
        }
    }

    private static IReadOnlyList<ProvenanceViolationView> RefuseInvalid(ProvReport report, bool isStrict)
    {
        var broken = isStrict ? [.. report.Violations, .. report.Warnings] : report.Violations;
        if (broken.Count == 0) return [.. report.Warnings.Select(OfViolation)];
        throw new ProblemException(Problems.InvalidProvenance,
            $"Constraint {broken[0].Constraint} of PROV-CONSTRAINTS (W3C, 2013) is broken: {broken[0].Message} {string.Join(" ", broken[0].Statements.Take(10))}")
        {
            Errors = broken.GroupBy(v => v.Constraint).ToDictionary(g => g.Key, g => g.Select(v => $"{v.Message} {string.Join(" ", v.Statements.Take(10))}").ToArray()),
        };
    }

    private static ProvenanceViolationView OfViolation(ProvViolation violation) => new()
    {
        Constraint = violation.Constraint,
        Message = violation.Message,
        Statements = violation.Statements,
        Bundle = violation.Bundle,
    };

    private static ProvenanceAddedView View(ProvenanceSource source, bool isNew, IReadOnlyList<ProvenanceViolationView> warnings) => new()
    {
        Source = source.Id,
        Sha256 = source.Sha256 ?? "",
        Statements = source.Statements,
        Added = isNew,
        Handling = source.Handling,
        RecordedAt = source.RecordedAt,
        Warnings = warnings,
    };
}
