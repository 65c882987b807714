using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Tests.Graph;

/// <summary>A tiny world, and a count of how often it was asked.</summary>
public sealed class Atlas
{
    public const string Secret = "Host=db;Password=hunter2";

    public static readonly Problem CountryNotFound = new("country-not-found", 404, "Country not found", "Check the code.");

    public static IReadOnlyList<CountryView> Countries { get; } =
    [
        new()
        {
            Id = "IT", Name = "Italia", Population = 58_000_000_000, Bytes = 5_000_000_000, Part = PartOfWorld.SouthernEurope,
            RecordedAt = new(2026, 1, 2, 3, 4, 5), Point = new(42.5, 12.5),
        },
        new() { Id = "CI", Name = "Côte d'Ivoire", Part = PartOfWorld.Unsd2022, Share = double.NaN },
        new() { Id = "JP", Name = "Nippon", Part = PartOfWorld.Orient },
    ];

    private static readonly CityView[] Cities =
    [
        new() { Name = "Roma", CountryId = "IT" },
        new() { Name = "Milano", CountryId = "IT" },
        new() { Name = "Abidjan", CountryId = "CI" },
    ];

    public List<string> Fetches { get; } = [];

    public bool Counted { get; set; }

    public int LastFirst { get; set; }

    public BatchFetch<string, IReadOnlyList<CityView>> CitiesOf => (countries, _) =>
    {
        Fetches.Add("cities:" + string.Join(',', countries));
        return Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<CityView>>>(Cities
            .Where(city => countries.Contains(city.CountryId))
            .GroupBy(city => city.CountryId)
            .ToDictionary(group => group.Key, IReadOnlyList<CityView> (group) => [.. group]));
    };

    public BatchFetch<string, CountryView> CountriesById => (ids, _) =>
    {
        Fetches.Add("countries:" + string.Join(',', ids));
        return Task.FromResult<IReadOnlyDictionary<string, CountryView>>(
            Countries.Where(country => ids.Contains(country.Id)).ToDictionary(country => country.Id));
    };

    public BatchFetch<string, CountryView> Failing => (ids, _) =>
    {
        Fetches.Add("failing:" + string.Join(',', ids));
        throw new InvalidOperationException(Secret);
    };
}
