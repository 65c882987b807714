using DataDiplomacy.Core.Standards.Dcat;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>Reads the catalogue of data sets for those who harvest it.</summary>
public sealed record GetCatalog
{
    /// <summary>Most data sets of the answer, 1 to 1,000. Default: 1,000; the header <c>Link</c> with <c>rel="next"</c> leads to more.</summary>
    /// <example>1000</example>
    [FromQuery] public int? Limit { get; init; }

    /// <summary>From the link of the answer before.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    [FromQuery] public string? Cursor { get; init; }
}

/// <summary>A part of the catalogue, and where it goes on.</summary>
/// <param name="Catalog">The catalogue with these data sets.</param>
/// <param name="Next">Cursor of the next part; null on the last.</param>
public sealed record CatalogPart(Catalog Catalog, string? Next);
