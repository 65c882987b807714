using System.Text;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Dcat;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>The catalogue as harvesters read it.</summary>
public static class CatalogFormats
{
    /// <summary>DCAT 3 as JSON-LD 1.1 (W3C Recommendation, 2020), with its context inside.</summary>
    public static readonly WireFormat JsonLd = new("json-ld", "application/ld+json");

    /// <summary>DCAT 3 as Turtle (W3C Recommendation, 2014).</summary>
    public static readonly WireFormat Turtle = new("turtle", "text/turtle");

    /// <summary>One data set as schema.org describes it, for search engines; by <c>format=</c> alone, since its media type is that of JSON-LD.</summary>
    public static readonly WireFormat SchemaOrg = new("schema-org", "application/ld+json");

    public static IResult Write(CatalogPart part, WireFormat format)
    {
        if (format == Turtle) return TypedResults.Text(DcatTurtle.Write(part.Catalog), Turtle.MediaType, Encoding.UTF8);
        return TypedResults.Bytes(format == SchemaOrg ? SchemaOrgDataset.Write(part.Catalog.Datasets[0]) : DcatJsonLd.Write(part.Catalog), format.MediaType);
    }
}
