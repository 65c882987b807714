using DataDiplomacy.Api.Http;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;

namespace DataDiplomacy.Api.Graph;

/// <summary>A filter by dimension, which REST writes as <c>dim.SEX=FEMALE,MALE</c>.</summary>
public sealed class DimensionFilterType : InputObjectGraphType
{
    private const string ArgumentName = "dimensions";
    private const string Dimension = "dimension";
    private const string Codes = "codes";

    public DimensionFilterType()
    {
        Name = "DimensionFilter";
        Description = "Keeps observations that have one of the codes in the dimension.";
        Field<NonNullGraphType<StringGraphType>>(Dimension).Description("Dimension id, such as `SEX`; `Series.facets` lists them.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>(Codes).Description("Codes, any of them, 1 to 100.");
    }

    public static FieldBuilder<TSource, TReturn> AddTo<TSource, TReturn>(FieldBuilder<TSource, TReturn> field) =>
        field.Argument<ListGraphType<NonNullGraphType<DimensionFilterType>>>(ArgumentName, "Filters by dimension, all of them.");

    /// <summary>The filters of a field; null when left out.</summary>
    public static DimensionFilters? Of(IResolveFieldContext context)
    {
        if (context.Value(ArgumentName) is not IEnumerable<object> given)
        {
            return null;
        }

        var filters = new DimensionFilters();
        foreach (var filter in given.Cast<IDictionary<string, object?>>())
        {
            filters.Add(ArgumentExtensions.Written(filter[Dimension]), ArgumentExtensions.AllWritten(filter[Codes]));
        }

        return filters;
    }
}
