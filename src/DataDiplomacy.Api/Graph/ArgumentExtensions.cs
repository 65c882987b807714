using System.Globalization;
using DataDiplomacy.Api.Http;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;

namespace DataDiplomacy.Api.Graph;

/// <summary>Declares arguments and reads them in the form in which the REST door has them, so that both doors fill the same requests.</summary>
public static class ArgumentExtensions
{
    public static FieldBuilder<TSource, TReturn> AsOf<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field) => field.Argument<InstantType>("asOf",
        "The state to read: what was recorded at or before this instant. It holds for everything below this field. Now when left out.");

    public static FieldBuilder<TSource, TReturn> Text<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field, string name, string description) =>
        field.Argument<StringGraphType>(name, description);

    public static FieldBuilder<TSource, TReturn> Code<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field, string name, string description) =>
        field.Argument<IdGraphType>(name, description);

    public static FieldBuilder<TSource, TReturn> NeededCode<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field, string name, string description) =>
        field.Argument<NonNullGraphType<IdGraphType>>(name, description);

    public static FieldBuilder<TSource, TReturn> Codes<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field, string name, string description) =>
        field.Argument<ListGraphType<NonNullGraphType<IdGraphType>>>(name, description);

    /// <summary>Period, dimension and headline filters of observations.</summary>
    public static FieldBuilder<TSource, TReturn> ObservationFilters<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field) => DimensionFilterType.AddTo(field
            .Text("from", "First period, inclusive, such as `2015` or `2015-Q1`.")
            .Text("to", "Last period, inclusive."))
        .Argument<BooleanGraphType>("headline", "True keeps the undisaggregated observations: each dimension holds a total, or the only code that the series knows.");

    /// <summary>A text or a code, which may be written as a number; null when left out.</summary>
    public static string? Text(this IResolveFieldContext context, string name) => context.Value(name) is { } value ? Written(value) : null;

    /// <summary>Texts or codes; null when left out.</summary>
    public static string[]? Texts(this IResolveFieldContext context, string name) => context.Value(name) is { } values ? AllWritten(values) : null;

    /// <summary>An instant as the REST door writes it; null when left out.</summary>
    public static string? Instant(this IResolveFieldContext context, string name) => context.Value(name) is DateTime instant ? Instants.Format(instant) : null;

    /// <summary>The state that the query asks for at its root, which holds for all below it; null for the newest.</summary>
    public static string? RootAsOf(this IResolveFieldContext context)
    {
        var root = context;
        while (root.Parent is { } parent) root = parent;
        return root.Instant("asOf");
    }

    /// <summary>An enum by its name at the REST door; null when left out.</summary>
    public static string? EnumText<TEnum>(this IResolveFieldContext context, string name)
        where TEnum : struct, Enum => context.Value(name) is TEnum value ? WireNames.Of(value) : null;

    /// <summary>Enums by their names at the REST door; null when left out.</summary>
    public static string[]? EnumTexts<TEnum>(this IResolveFieldContext context, string name)
        where TEnum : struct, Enum => context.Value(name) is IEnumerable<object> values ? [.. values.Cast<TEnum>().Select(WireNames.Of)] : null;

    public static bool? Flag(this IResolveFieldContext context, string name) => context.Value(name) as bool?;

    /// <summary>Filters by dimension; null when left out.</summary>
    public static DimensionFilters? Dimensions(this IResolveFieldContext context) => DimensionFilterType.Of(context);

    internal static object? Value(this IResolveFieldContext context, string name) =>
        context.Arguments is { } given && given.TryGetValue(name, out var argument) ? argument.Value : null;

    internal static string Written(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    internal static string[] AllWritten(object? values) => [.. (values as IEnumerable<object> ?? []).Select(Written)];
}
