using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Http;
using GraphQL;
using GraphQL.Types;

namespace DataDiplomacy.Api.Tests.Graph;

public sealed class AtlasSchema : Schema
{
    public AtlasSchema(IServiceProvider services, AtlasQuery query)
        : base(services)
    {
        Query = query;
        this.RegisterTypeMapping<CountryView, CountryType>();
    }
}

public sealed class CountryType : ViewType<CountryView>
{
    public CountryType()
    {
        Field<ListGraphType<NonNullGraphType<CityType>>>("cities").Resolve(context =>
            context.Loader("cities", context.Service<Atlas>().CitiesOf).Load(context.Source.Id));
        Field<CountryType>("twin").Resolve(context =>
            context.Loader("twin", context.Service<Atlas>().Failing).Load(context.Source.Id));
    }
}

public sealed class CityType : ViewType<CityView>
{
    public CityType()
        : base(city => city.CountryId) => Field<CountryType>("country").Resolve(context =>
            context.Loader("countries", context.Service<Atlas>().CountriesById).Load(context.Source.CountryId));
}

public sealed class AtlasQuery : ObjectGraphType
{
    public AtlasQuery()
    {
        Name = "Query";
        Field<StringGraphType>("echo").Argument<StringGraphType>("text").Resolve(context => context.GetArgument<string?>("text"));
        Field<InstantType>("instant").Argument<InstantType>("at").Resolve(context => context.GetArgument<DateTime?>("at"));
        Field<WireEnumType<PartOfWorld>>("part").Argument<WireEnumType<PartOfWorld>>("part")
            .Resolve(context => context.GetArgument<PartOfWorld?>("part"));
        Field<CountryType>("country").Argument<NonNullGraphType<IdGraphType>>("code").Resolve(context =>
            Atlas.Countries.FirstOrDefault(country => country.Id == context.GetArgument<string>("code")));
        Field<ListGraphType<NonNullGraphType<CountryType>>>("all").Resolve(_ => Atlas.Countries);
        ConnectionArguments.AddTo(Field<NonNullGraphType<ConnectionOf<CountryView, CountryType>>>("countries")).Resolve(PageOf);
        Field<StringGraphType>("refused").Resolve(_ => throw new ProblemException(Atlas.CountryNotFound, "No country 'XX'.")
        {
            Errors = new Dictionary<string, string[]> { ["code"] = ["'XX' is unknown."] },
            Suggestions = ["XK"],
            Candidates = [new { code = "XK" }],
        });
        Field<StringGraphType>("broken").Resolve(_ => throw new InvalidOperationException(Atlas.Secret));
        Field<StringGraphType>("raw").Resolve(_ => throw new ExecutionError(Atlas.Secret) { Code = "LEAK" });
        Field<ListGraphType<FloatGraphType>>("numbers").Resolve(_ => new[] { 1.5, double.PositiveInfinity });
        Field<StringGraphType>("slow").ResolveAsync(async context =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
            return null;
        });
    }

    private static ConnectionPage<CountryView> PageOf(IResolveFieldContext context)
    {
        var wanted = ConnectionArguments.From(context);
        var atlas = context.Service<Atlas>();
        (atlas.LastFirst, atlas.Counted) = (wanted.First, wanted.WantsTotal);
        var rest = Atlas.Countries.Where(country => wanted.After is null || string.CompareOrdinal(country.Name, wanted.After) > 0)
            .OrderBy(country => country.Name, StringComparer.Ordinal).ToList();
        var items = rest.Take(wanted.First).ToList();
        return new()
        {
            Items = items,
            Cursors = [.. items.Select(country => country.Name)],
            Next = rest.Count > items.Count ? items[^1].Name : null,
            HasPrevious = wanted.After is not null,
            Total = wanted.WantsTotal ? Atlas.Countries.Count : null,
        };
    }
}
