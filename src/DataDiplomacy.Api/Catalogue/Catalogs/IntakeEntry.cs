using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DataDiplomacy.Api.Catalogue.Datasets;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Dcat;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>An entry of another catalogue as a data set of this server: what is said of it, in the words that a data set here has.</summary>
internal sealed partial class IntakeEntry
{
    private const int MaxIri = 600;
    private const int MaxBytes = 1024 * 1024;
    private const string Unsaid = "Not stated";

    private readonly DatasetEntry _entry;
    private readonly List<string> _notes = [];

    public IntakeEntry(DatasetEntry entry, TakeCatalog request, string language)
    {
        _entry = entry;
        Document = DocumentOf(entry);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Document));
        Request = Describe(request, language);
    }

    public string? Iri => _entry.Dataset.Iri;

    /// <summary>The entry as it is kept; empty when it cannot be written.</summary>
    public byte[] Document { get; }

    public string Sha256 { get; }

    /// <summary>As a data set is registered; its id is not chosen yet.</summary>
    public RegisterDataset Request { get; private set; }

    /// <summary>The IRIs that the entry describes.</summary>
    public IEnumerable<string> Described => _entry.Versions.Select(v => v.Iri).Concat(_entry.Series.Select(s => s.Iri)).Concat(_entry.Services.Select(s => s.Iri)).Prepend(Iri).OfType<string>();

    /// <summary>The id that it asks for: an identifier that can be one, else made of the end of its IRI or of its title.</summary>
    public string WantedId => _entry.Dataset.Identifiers.FirstOrDefault(i => Slug().IsMatch(i)) ?? SlugOf(LastSegment(Iri)) ?? SlugOf(Request.Title) ?? "dataset";

    /// <summary>The id that it gets where another data set has the one it asks for.</summary>
    public string OtherId => $"{WantedId[..Math.Min(WantedId.Length, 55)].TrimEnd('-')}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Iri ?? Sha256)))[..8]}";

    public void Name(string id) => Request = Request with { Id = id };

    public void Note(string note) => _notes.Add(note);

    public TakenEntryView View(EntryOutcome outcome, string? id) => new()
    {
        Iri = Iri,
        Outcome = outcome,
        Id = id,
        Title = Request.Title.Length == 0 ? null : Request.Title,
        Versions = _entry.Versions.Count,
        Distributions = _entry.Versions.Append(_entry.Dataset).Sum(d => d.Distributions.Count),
        Handling = Request.Handling,
        SourceKind = Request.SourceKind,
        Redistribution = Request.Redistribution,
        Licence = Request.Licence,
        NotKept = [.. _entry.NotKept.Select(p => new NotKeptView { Name = p.Predicate, Count = p.Count })],
        Notes = [.. _notes],
    };

    /// <summary>As it was sent, but no less strict than the data set is already: a replacement never opens what was closed.</summary>
    public void KeepClosed(Handling handling) => Request = Request with { Handling = (Handling)Math.Max((int)handling, (int)Request.Handling) };

    private byte[] DocumentOf(DatasetEntry entry)
    {
        try
        {
            if (Iri is { Length: > MaxIri }) _notes.Add($"Refused: its IRI has {Iri.Length} characters, at most {MaxIri} are taken.");
            var document = DcatJsonLd.Write(entry.Frame);
            if (document.Length > MaxBytes) _notes.Add($"Refused: what is said of it has {document.Length} bytes, at most {MaxBytes} are kept for one data set.");
            return document.Length > MaxBytes || Iri is { Length: > MaxIri } ? [] : document;
        }
        catch (ArgumentException e)
        {
            _notes.Add($"Refused: {e.Message}");
            return [];
        }
    }

    private RegisterDataset Describe(TakeCatalog request, string language)
    {
        var dataset = _entry.Dataset;
        return new RegisterDataset
        {
            Id = "",
            Title = Fitting("title", Best(dataset.Titles, language) ?? Untitled(dataset), 300),
            Description = Best(dataset.Descriptions, language) is { } description ? Fitting("description", description, 10_000) : null,
            SourceKind = SourceKindOf(dataset, request),
            Licence = Fitting("licence", LicenceOf(dataset, language), 2_000),
            Redistribution = RedistributionOf(dataset, request),
            Handling = HandlingOf(request),
            Publisher = Best(dataset.Publisher?.Names ?? (dataset.Creators is [var first, ..] ? first.Names : []), language) is { } publisher ? Fitting("publisher", publisher, 300) : null,
            Citation = dataset.Provenance.Select(p => Best(p.Labels, language)).FirstOrDefault(t => t is not null) is { } citation ? Fitting("citation", citation, 2_000) : null,
        };
    }

    private string Untitled(CatalogDataset dataset)
    {
        _notes.Add("No title is stated; it is called by its identifier.");
        return dataset.Identifiers is [{ Length: > 0 } identifier, ..] ? identifier : dataset.Iri ?? "";
    }

    private static string? Best(IReadOnlyList<LocalizedText> texts, string language) =>
        (texts.FirstOrDefault(t => t.Language == language) ?? texts.FirstOrDefault(t => t.Language is null)
            ?? texts.FirstOrDefault(t => t.Language?.StartsWith("en", StringComparison.Ordinal) == true) ?? (texts is [var any, ..] ? any : null))?.Value;

    private string Fitting(string name, string text, int most)
    {
        if (text.Length <= most) return text;
        _notes.Add($"The {name} has {text.Length} characters; the data set has the first {most - 1}, its entry in the catalogue all of them.");
        return (char.IsHighSurrogate(text[most - 2]) ? text[..(most - 2)] : text[..(most - 1)]) + "…";
    }

    private static SourceKind SourceKindOf(CatalogDataset dataset, TakeCatalog request)
    {
        foreach (var type in dataset.Types)
        {
            if (type.Iri?.Split("/ns#") is [_, var term] && Enum.GetNames<SourceKind>().Contains(term)) return Enum.Parse<SourceKind>(term);
        }

        return request.SourceKind is { } named && WireNames.TryParse<SourceKind>(named, out var kind) ? kind : SourceKind.Online;
    }

    private static Redistribution RedistributionOf(CatalogDataset dataset, TakeCatalog request)
    {
        foreach (var redistribution in Enum.GetValues<Redistribution>())
        {
            if (dataset.Rights?.Labels.Any(l => l.Value == CatalogTerms.Rights(redistribution)) == true) return redistribution;
        }

        return request.Redistribution is { } named && WireNames.TryParse<Redistribution>(named, out var wanted) ? wanted : Redistribution.Internal;
    }

    /// <summary>The entry is shown as a whole: the strictest of its parts counts.</summary>
    private Handling HandlingOf(TakeCatalog request)
    {
        Handling? said = Rights().OfType<LabelledResource>().Select(CatalogTerms.HandlingOf).Cast<Handling?>().Max();
        Handling? wanted = request.Handling is { } named && WireNames.TryParse<Handling>(named, out var label) ? label : null;
        if (said > wanted) _notes.Add($"Its dct:accessRights make it {WireNames.Of(said.Value)}, which is stricter than what was asked for.");
        return (Handling)Math.Max((int)(said ?? wanted ?? Handling.Internal), (int)(wanted ?? said ?? Handling.Internal));
    }

    private IEnumerable<LabelledResource?> Rights() =>
        _entry.Versions.Append(_entry.Dataset).SelectMany(d => d.Distributions.Select(f => f.AccessRights).Append(d.AccessRights))
            .Concat(_entry.Series.SelectMany(s => s.Distributions.Select(f => f.AccessRights).Append(s.AccessRights))).Concat(_entry.Services.Select(s => s.AccessRights));

    private string LicenceOf(CatalogDataset dataset, string language)
    {
        var ofForms = dataset.Distributions.Select(d => d.Licence).OfType<LabelledResource>().DistinctBy(l => l.Iri ?? Best(l.Labels, language)).ToList();
        var licence = dataset.Licence ?? (ofForms.Count == 1 ? ofForms[0] : null);
        if ((licence?.Iri is { } iri ? CatalogTerms.LicenceNamed(iri) : Best(licence?.Labels ?? [], language)) is { Length: > 0 } text) return text;
        _notes.Add(ofForms.Count > 1 ? "Its forms have different licences; those stand in its entry." : "No licence is stated.");
        return Unsaid;
    }

    private static string? LastSegment(string? iri) => iri?.TrimEnd('/').Split('/', '#', ':') is [.., { } last] ? Uri.UnescapeDataString(last) : null;

    private static string? SlugOf(string? text)
    {
        if (text is null) return null;
        var slug = NoSlug().Replace(text.ToLowerInvariant(), "-").Trim('-');
        slug = slug[..Math.Min(slug.Length, 64)].TrimEnd('-');
        return Slug().IsMatch(slug) ? slug : null;
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,62}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NoSlug();
}
