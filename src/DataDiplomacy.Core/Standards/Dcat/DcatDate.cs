using System.Globalization;

namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>A date as catalogues write it: a day, an instant, a year or a month (DCAT 3, 6.4.7 "release date", 2024; DCAT-AP 3.0.1, temporal literal).</summary>
/// <param name="Text">Lexical form, such as <c>2026-11-30</c>.</param>
/// <param name="Datatype">IRI of <c>xsd:date</c>, <c>xsd:dateTime</c>, <c>xsd:gYear</c> or <c>xsd:gYearMonth</c>; an import keeps whatever was written.</param>
public sealed record DcatDate(string Text, string Datatype)
{
    /// <summary>A day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>An <c>xsd:date</c>.</returns>
    public static DcatDate Day(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Iris.Xsd + "date");

    /// <summary>An instant.</summary>
    /// <param name="instant">The instant, in UTC.</param>
    /// <returns>An <c>xsd:dateTime</c> that ends in Z, without fractions when there are none.</returns>
    public static DcatDate Instant(DateTime instant) => new(instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture), Iris.Xsd + "dateTime");
}
