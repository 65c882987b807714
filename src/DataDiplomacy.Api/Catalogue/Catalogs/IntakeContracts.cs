using System.Text.Json;
using System.Text.Json.Serialization;
using DataDiplomacy.Core.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>Takes in the catalogue of others. What a catalogue does not say of a data set, and this server needs, is said here for all of them.</summary>
public sealed record TakeCatalog
{
    /// <summary>Who may see the data sets: <c>public</c>, <c>internal</c> or <c>confidential</c>. Where <c>dct:accessRights</c> is stricter it counts; where both say nothing it is <c>internal</c>.</summary>
    /// <example>public</example>
    [FromQuery] public string? Handling { get; init; }

    /// <summary>The kind of source where the document does not say it in terms of such a server; <c>online</c> when left out.</summary>
    /// <example>officialStatistics</example>
    [FromQuery] public string? SourceKind { get; init; }

    /// <summary>To whom the data may be passed on, where the document does not say it in terms of such a server: <c>open</c>, <c>internal</c> (default) or <c>forbidden</c>.</summary>
    /// <example>open</example>
    [FromQuery] public string? Redistribution { get; init; }

    /// <summary>Whether entries that came by this door before, and say something else now, are replaced. Default: no; they are answered with <c>differs</c>.</summary>
    /// <example>false</example>
    [FromQuery] public bool? Replace { get; init; }

    /// <summary>Only tells what would be done.</summary>
    /// <example>true</example>
    [FromQuery] public bool? DryRun { get; init; }
}

/// <summary>A catalogue of DCAT 3 (W3C Recommendation, 2024) in JSON-LD 1.1, with its context inside: catalogues, data sets, distributions.</summary>
public sealed record CatalogDocument
{
    /// <summary>The context, as an object; contexts are not fetched.</summary>
    /// <example>{"dcat":"http://www.w3.org/ns/dcat#","dct":"http://purl.org/dc/terms/"}</example>
    [JsonPropertyName("@context")]
    public JsonElement? Context { get; init; }

    /// <summary>The things described, where there is more than one on top.</summary>
    /// <example>[{"@id":"https://example.org/wells","@type":"dcat:Dataset","dct:title":{"@value":"Wells","@language":"en"}}]</example>
    [JsonPropertyName("@graph")]
    public JsonElement? Graph { get; init; }
}

/// <summary>What became of an entry of a catalogue.</summary>
public enum EntryOutcome
{
    /// <summary>The data set was not here and is registered.</summary>
    Registered,

    /// <summary>It came by this door before; what is said of it now replaces what was said.</summary>
    Replaced,

    /// <summary>It came by this door before and says the same.</summary>
    Unchanged,

    /// <summary>It is here and was described otherwise, and was left as it is.</summary>
    Differs,

    /// <summary>It is a data set that this server itself describes; nothing is taken.</summary>
    Own,

    /// <summary>It cannot be taken.</summary>
    Refused,
}

/// <summary>What taking a catalogue in has done, or would do.</summary>
public sealed record CatalogTakenView
{
    /// <summary>Whether it was only asked what would be done.</summary>
    /// <example>false</example>
    public required bool DryRun { get; init; }

    /// <summary>The data sets of the document, in its order.</summary>
    public required IReadOnlyList<TakenEntryView> Datasets { get; init; }

    /// <summary>Things described in the document that are no part of an entry here.</summary>
    public required IReadOnlyList<NotTakenView> NotTaken { get; init; }

    /// <summary>Properties of no data set that are not kept, beside those of what was not taken.</summary>
    public required IReadOnlyList<NotKeptView> NotKept { get; init; }

    /// <summary>Names and values to which no context gives a meaning, which JSON-LD drops.</summary>
    public required IReadOnlyList<NotKeptView> Ignored { get; init; }
}

/// <summary>A data set of a catalogue that was taken in.</summary>
public sealed record TakenEntryView
{
    /// <summary>Its IRI, which it keeps in the catalogue of this server; null for one without.</summary>
    /// <example>https://example.org/wells</example>
    public required string? Iri { get; init; }

    /// <summary>What became of it.</summary>
    public required EntryOutcome Outcome { get; init; }

    /// <summary>Its id here; null when it is refused.</summary>
    /// <example>wells</example>
    public required string? Id { get; init; }

    /// <summary>Its title; null where none is said.</summary>
    /// <example>Wells</example>
    public required string? Title { get; init; }

    /// <summary>Number of its versions that are described.</summary>
    /// <example>2</example>
    public required int Versions { get; init; }

    /// <summary>Number of forms in which it or a version can be had.</summary>
    /// <example>1</example>
    public required int Distributions { get; init; }

    /// <summary>Who may see it.</summary>
    public required Handling Handling { get; init; }

    /// <summary>The kind of source.</summary>
    public required SourceKind SourceKind { get; init; }

    /// <summary>To whom the data may be passed on.</summary>
    public required Redistribution Redistribution { get; init; }

    /// <summary>Licence or terms of use.</summary>
    /// <example>CC-BY-4.0</example>
    public required string Licence { get; init; }

    /// <summary>Properties of it with statements that cannot be kept; empty when all is kept.</summary>
    public required IReadOnlyList<NotKeptView> NotKept { get; init; }

    /// <summary>What was cut, assumed or refused, in words.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>A property, or a name, with statements that are not kept.</summary>
public sealed record NotKeptView
{
    /// <summary>IRI of the property, or the name.</summary>
    /// <example>http://www.w3.org/ns/adms#sample</example>
    public required string Name { get; init; }

    /// <summary>How many statements.</summary>
    /// <example>1</example>
    public required int Count { get; init; }
}

/// <summary>Something described in a catalogue that is no part of an entry here.</summary>
public sealed record NotTakenView
{
    /// <summary>Its IRI; null for one without.</summary>
    /// <example>https://example.org/catalog</example>
    public required string? Iri { get; init; }

    /// <summary>What it is: <c>catalog</c>, <c>record</c>, <c>series</c>, <c>service</c> or <c>distribution</c>.</summary>
    /// <example>catalog</example>
    public required string Kind { get; init; }

    /// <summary>Why it was left.</summary>
    /// <example>A catalogue describes itself; its data sets are taken.</example>
    public required string Reason { get; init; }
}
