using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;

namespace DataDiplomacy.Api.Graph;

/// <summary>What a caller asked of a list: how many, after which cursor, and whether to count them all.</summary>
/// <param name="First">1 to <see cref="MaxFirst"/>; the caps of the REST door.</param>
/// <param name="After">The cursor of the last item seen, or null for the first page.</param>
/// <param name="WantsTotal">True when the query asks for <c>totalCount</c>: counting costs a statement of its own.</param>
public sealed record ConnectionArguments(int First, string? After, bool WantsTotal)
{
    public const string FirstName = "first";
    public const string AfterName = "after";
    public const string TotalName = "totalCount";
    public const int DefaultFirst = 100;
    public const int MaxFirst = 1_000;

    public static ConnectionArguments From(IResolveFieldContext context)
    {
        var first = context.GetArgument<int?>(FirstName) ?? DefaultFirst;
        RequireInRange(first);
        var after = context.GetArgument<string?>(AfterName);
        return new(first, string.IsNullOrEmpty(after) ? null : after, context.SubFields?.Values.Any(field => field.Field.Name == TotalName) == true);
    }

    /// <summary>REST's <c>count</c>: the total is counted only when the query asks for it.</summary>
    public string? Count => WantsTotal ? "exact" : null;

    /// <summary>Declares <c>first</c> and <c>after</c>; a <c>first</c> out of range is refused before anything is executed.</summary>
    public static FieldBuilder<TSource, TReturn> AddTo<TSource, TReturn>(FieldBuilder<TSource, TReturn> field) => field
        .Argument<IntGraphType>(FirstName, $"How many, 1 to {MaxFirst}; {DefaultFirst} when left out.", argument => argument.Validate(RequireInRange))
        .Argument<StringGraphType>(AfterName, "The cursor of the last item seen; the first page when left out.");

    private static void RequireInRange(object first) => RequireInRange((int)first);

    private static void RequireInRange(int first)
    {
        if (first is < 1 or > MaxFirst)
            throw ProblemError.Argument(FirstName, $"'first' is {first}; it must be from 1 to {MaxFirst}.");
    }
}
