using DataDiplomacy.Api.Catalogue.Agents;
using DataDiplomacy.Api.Catalogue.Datasets;
using DataDiplomacy.Api.Catalogue.Profiles;
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

/// <summary>A data set with what its entry in the catalogue tells beside it.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Kept">What another catalogue says of it; null for one that did not come from a catalogue.</param>
/// <param name="Offers">Ids of the offers under which it can be had.</param>
/// <param name="Veracity">What was measured of its newest version; null when nothing was yet.</param>
/// <param name="Roles">What agents are to it and its versions today.</param>
public sealed record ListedDataset(DatasetView Dataset, KeptEntry? Kept, IReadOnlyList<string> Offers, KeptVeracity? Veracity, IReadOnlyList<AgentRoleView> Roles);

/// <summary>An entry of another catalogue, as it was taken in.</summary>
/// <param name="Entry">What it says.</param>
/// <param name="DatasetRevision">Revision of the data set that it made.</param>
/// <param name="ReceivedAt">When it came, UTC.</param>
public sealed record KeptEntry(DatasetEntry Entry, int DatasetRevision, DateTime ReceivedAt);
