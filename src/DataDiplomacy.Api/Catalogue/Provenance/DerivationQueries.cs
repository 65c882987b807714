using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Standards.Prov;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Reads what was made of the versions of a data set, as far as somebody stated it.</summary>
public sealed class DerivationQueries(IDbContextFactory<DataContext> contexts, Visibility visibility, ProvenanceNodeQueries things)
{
    private const int Most = 10_000;

    /// <summary>What was derived from the data set, the earliest statement first; at most 10,000. Only what the caller may see.</summary>
    public async Task<IReadOnlyList<DerivedWork>> OfAsync(string dataset, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (readable, seen) = (visibility.Caller.Readable, things.Seen(context));
        var prefix = ProvenanceIris.Dataset(dataset) + "/versions/";
        var found = await (
            from e in context.ProvenanceEdges
            join s in context.ProvenanceStatements on e.StatementId equals s.Id
            join made in seen on e.FromId equals made.Id
            where e.Kind == ProvKind.Derivation && e.RecordedTo == ProvenanceStatement.Current && readable.Contains(e.Handling)
                && e.To.DatasetId == dataset && e.To.Iri.StartsWith(prefix) && !e.To.Iri.EndsWith("/source") && made.RecordId == null
            orderby s.RecordedFrom, s.Id
            select new { made.Iri, To = e.To.Iri, e.To.VersionNumber, s.Attributes, s.RecordedFrom }).Take(Most).AsNoTracking().ToListAsync(cancellationToken);
        // What was made of a part of a version, such as a series, was not made of the version.
        return [.. found.Where(f => f.To.IndexOfAny(['/', '#'], prefix.Length) < 0).Select(f => new DerivedWork(f.Iri, f.VersionNumber ?? 0, KindOf(f.Attributes), DateTimeOffset.FromUnixTimeMilliseconds(f.RecordedFrom).UtcDateTime))];
    }

    private static DerivedKind KindOf(string? attributes)
    {
        if (attributes is null) return DerivedKind.Other;
        if (attributes.Contains(ProvNames.Prov + "Revision", StringComparison.Ordinal)) return DerivedKind.Revision;
        return attributes.Contains(ProvNames.Prov + "Quotation", StringComparison.Ordinal) || attributes.Contains("#Copy", StringComparison.OrdinalIgnoreCase) ? DerivedKind.Copy : DerivedKind.Other;
    }
}

/// <summary>How something was made of a version.</summary>
public enum DerivedKind
{
    /// <summary>Otherwise, or nobody said.</summary>
    Other,

    /// <summary>It repeats all or a part: <c>prov:Quotation</c>, or a type that ends in <c>#Copy</c>.</summary>
    Copy,

    /// <summary>It is a changed version: <c>prov:Revision</c>.</summary>
    Revision,
}

/// <summary>Something that was made of a version.</summary>
/// <param name="Iri">Its IRI; of things of this server without the base.</param>
/// <param name="Version">Number of the version.</param>
/// <param name="Kind">How it was made.</param>
/// <param name="RecordedAt">When this was recorded here, UTC.</param>
public sealed record DerivedWork(string Iri, int Version, DerivedKind Kind, DateTime RecordedAt);
