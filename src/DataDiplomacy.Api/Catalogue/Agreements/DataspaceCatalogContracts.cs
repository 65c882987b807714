using System.Text.Json;
using DataDiplomacy.Core.Standards.Dataspace;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Asks for the catalogue of what is offered.</summary>
public sealed record RequestDataspaceCatalog
{
    /// <summary>Most data sets of the answer, 1 to 1,000. Default: 100; the header <c>Link</c> with <c>rel="next"</c> leads to more.</summary>
    /// <example>100</example>
    [FromQuery] public int? Limit { get; init; }

    /// <summary>From the link of the answer before.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    [FromQuery] public string? Cursor { get; init; }
}

/// <summary>A CatalogRequestMessage (Dataspace Protocol 2025-1).</summary>
public sealed record CatalogRequestDocument
{
    /// <summary>A query in a form on which both sides agreed; there is none here, so that it is empty or left out.</summary>
    /// <example>[]</example>
    public JsonElement? Filter { get; init; }
}

/// <summary>A part of the catalogue of what is offered, and where it goes on.</summary>
/// <param name="Catalog">The catalogue.</param>
/// <param name="Next">Cursor of the next part; null on the last.</param>
public sealed record DataspaceCatalogPart(Catalog Catalog, string? Next);
