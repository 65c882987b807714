using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Datasets;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Dcat;
using DataDiplomacy.Core.Standards.Rdf;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>Takes in the catalogues of others (DCAT 3, W3C Recommendation 2024): their data sets are registered here, without data, and listed with what they said of themselves.</summary>
public sealed class IntakeCommands(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, CatalogOptions options, ProvenanceIris iris, TimeProvider time,
    IValidator<TakeCatalog> validator, IValidator<RegisterDataset> registerValidator)
{
    /// <summary>More data sets in one document are refused.</summary>
    public const int MaxDatasets = 1_000;

    /// <summary>Takes in a document: all that can be taken of it, or nothing.</summary>
    /// <exception cref="ProblemException">It is no JSON-LD, describes no data set or too many, or somebody else registered one of them at the same time.</exception>
    public async Task<CatalogTakenView> TakeAsync(ReadOnlyMemory<byte> json, TakeCatalog request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var (import, ignored) = Read(json);
        var entries = DatasetEntries.Of(import);
        if (entries.Count == 0) throw ProblemException.Invalid("body", "The document describes no data set: nothing in it is a dcat:Dataset, or its names have no meaning without their context.");
        if (entries.Count > MaxDatasets) throw ProblemException.Invalid("body", $"The document describes {entries.Count} data sets, at most {MaxDatasets} are taken at once.");
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        List<IntakeEntry> wanted = [.. entries.Select(e => new IntakeEntry(e, request, options.Language))];
        var here = await HereAsync(context, wanted, cancellationToken);
        List<TakenEntryView> taken = [.. wanted.Select(e => Take(context, e, request, here))];
        if (request.DryRun != true) await SaveAsync(context, cancellationToken);
        note.Add(taken.Select(t => t.Id).OfType<string>());
        return IntakeViews.Of(import, entries, ignored, taken, request.DryRun == true);
    }

    private static (DcatImport Import, IReadOnlyList<IgnoredName> Ignored) Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            var reading = JsonLdReader.Read(json);
            return (DcatReader.Read(reading.Graph), reading.Ignored);
        }
        catch (RdfFormatException e)
        {
            throw ProblemException.Invalid(e.Path, e.Message);
        }
    }

    /// <summary>What is here of the data sets of a document: their entries, those that this server describes itself, and ids that are given.</summary>
    private async Task<Known> HereAsync(DataContext context, List<IntakeEntry> wanted, CancellationToken cancellationToken)
    {
        var (named, texts) = (wanted.Select(e => e.Iri).OfType<string>().ToList(), wanted.Where(e => e.Iri is null).Select(e => e.Sha256).ToList());
        var entries = await context.CatalogEntries.Where(e => named.Contains(e.Iri!) || texts.Contains(e.Sha256)).ToListAsync(cancellationToken);
        var (ids, own) = (entries.ConvertAll(e => e.DatasetId), named.Select(n => ProvenanceIris.PartOf(iris.Stored(n)).Dataset).OfType<string>().ToList());
        var candidates = wanted.SelectMany(e => new[] { e.WantedId, e.OtherId }).Concat(own).Concat(ids).Distinct().ToList();
        var datasets = await context.Datasets.Where(d => candidates.Contains(d.Id)).ToListAsync(cancellationToken);
        var readable = visibility.Caller.Readable;
        return new Known(
            entries.Where(e => e.Iri is not null).ToDictionary(e => e.Iri ?? "", StringComparer.Ordinal),
            entries.Where(e => e.Iri is null).GroupBy(e => e.Sha256, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal),
            datasets.ToDictionary(d => d.Id, StringComparer.Ordinal),
            [.. datasets.Where(d => readable.Contains(d.Handling)).Select(d => d.Id)]);
    }

    private TakenEntryView Take(DataContext context, IntakeEntry entry, TakeCatalog request, Known here)
    {
        if (entry.Document.Length == 0) return entry.View(EntryOutcome.Refused, null);
        if (entry.Iri is { } iri && iris.Stored(iri) != iri) return Own(entry, ProvenanceIris.PartOf(iris.Stored(iri)), here);
        if (entry.Described.FirstOrDefault(d => iris.Stored(d) != d) is { } ours) return Refused(entry, $"it describes {ours}, which is a thing of this server");
        return here.Find(entry) is { } held ? Compare(entry, held, request, here) : Register(context, entry, here);
    }

    private static TakenEntryView Own(IntakeEntry entry, (string? Dataset, int? Version) part, Known here) =>
        part.Dataset is { } id && here.Visible.Contains(id)
            ? entry.View(EntryOutcome.Own, id)
            : Refused(entry, "its IRI is one of this server, and names no data set here that you may see");

    private TakenEntryView Compare(IntakeEntry entry, StoredEntry held, TakeCatalog request, Known here)
    {
        var dataset = here.Datasets[held.DatasetId];
        if (held.Sha256 == entry.Sha256) return entry.View(EntryOutcome.Unchanged, held.DatasetId);
        if (dataset.Revision != held.DatasetRevision)
        {
            entry.Note("It was described here since it was taken in; that is not overwritten. Describe it by PUT /v1/datasets/{id}.");
            return entry.View(EntryOutcome.Differs, held.DatasetId);
        }

        entry.KeepClosed(dataset.Handling);
        entry.Name(held.DatasetId);
        if (Faults(entry) is { } faults) return Refused(entry, faults);
        if (request.Replace != true) return entry.View(EntryOutcome.Differs, held.DatasetId);
        var now = Now();
        dataset.Describe(DatasetCommands.DescriptionOf(entry.Request) with { Mapping = dataset.Mapping, SourceDetails = dataset.SourceDetails }, now);
        (held.Document, held.Sha256, held.DatasetRevision, held.ReceivedAt) = (Encoding.UTF8.GetString(entry.Document), entry.Sha256, dataset.Revision, now);
        return entry.View(EntryOutcome.Replaced, held.DatasetId);
    }

    private TakenEntryView Register(DataContext context, IntakeEntry entry, Known here)
    {
        var id = here.Datasets.ContainsKey(entry.WantedId) ? entry.OtherId : entry.WantedId;
        if (here.Datasets.ContainsKey(id)) return Refused(entry, "the document describes another data set by the same name");
        if (id != entry.WantedId) entry.Note($"The id '{entry.WantedId}' is that of another data set.");
        entry.Name(id);
        if (Faults(entry) is { } faults) return Refused(entry, faults);
        var now = Now();
        var dataset = Dataset.Register(id, DatasetCommands.DescriptionOf(entry.Request), now);
        context.Datasets.Add(dataset);
        var stored = new StoredEntry
        {
            DatasetId = id,
            Iri = entry.Iri,
            Document = Encoding.UTF8.GetString(entry.Document),
            Sha256 = entry.Sha256,
            DatasetRevision = dataset.Revision,
            ReceivedAt = now,
        };
        context.CatalogEntries.Add(stored);
        here.Add(stored, dataset);
        return entry.View(EntryOutcome.Registered, id);
    }

    /// <summary>What the rules of a registration say against it; null when nothing.</summary>
    private string? Faults(IntakeEntry entry)
    {
        var result = registerValidator.Validate(entry.Request);
        return result.IsValid ? null : string.Join(" ", result.Errors.Select(e => e.ErrorMessage));
    }

    private static TakenEntryView Refused(IntakeEntry entry, string why)
    {
        entry.Note($"Refused: {why}");
        return entry.View(EntryOutcome.Refused, null);
    }

    private static async Task SaveAsync(DataContext context, CancellationToken cancellationToken)
    {
        var ids = context.ChangeTracker.Entries<Dataset>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.Id).ToList();
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e)
        {
            // Someone else may have taken an id or described a data set since it was looked for; any other fault is ours.
            if (e is not DbUpdateConcurrencyException && !await context.Datasets.AnyAsync(d => ids.Contains(d.Id), cancellationToken)) throw;
            throw new ProblemException(Problems.AlreadyExists, "One of the data sets was registered or described by somebody else at the same time; nothing was taken. Send the document again.");
        }
    }

    private DateTime Now() => Instants.Truncate(time.GetUtcNow().UtcDateTime);

    /// <summary>What is here, and what the document adds to it on the way.</summary>
    private sealed record Known(Dictionary<string, StoredEntry> ByIri, Dictionary<string, StoredEntry> ByText, Dictionary<string, Dataset> Datasets, HashSet<string> Visible)
    {
        public StoredEntry? Find(IntakeEntry entry) => entry.Iri is { } iri ? ByIri.GetValueOrDefault(iri) : ByText.GetValueOrDefault(entry.Sha256);

        public void Add(StoredEntry entry, Dataset dataset)
        {
            Datasets.Add(dataset.Id, dataset);
            if (entry.Iri is { } iri) ByIri.Add(iri, entry);
            else ByText.TryAdd(entry.Sha256, entry);
        }
    }
}
