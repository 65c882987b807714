using GraphQL;
using GraphQL.Builders;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Complexity;
using GraphQLParser.AST;

namespace DataDiplomacy.Api.Graph;

/// <summary>How much one query may ask for.</summary>
/// <remarks>
/// Complexity counts each field once per object it is expected on. A list counts as its <c>first</c>, or that of its connection,
/// or what the field says is to be expected, or <see cref="ListMultiplier"/>. A full page of 1,000 observations with all fields is near 50,000.
/// </remarks>
public sealed record QueryLimits
{
    private const string ExpectedItems = "expectedItems";

    /// <summary>Levels of fields, the last one counted too. Introspection is exempt: types wrapped in each other need more.</summary>
    public int MaxDepth { get; init; } = 15;

    public int MaxComplexity { get; init; } = 100_000;

    /// <summary>Items expected in a list that has no <c>first</c>.</summary>
    public int ListMultiplier { get; init; } = 10;

    /// <summary>
    /// The standard introspection query must pass, or GraphiQL and code generators break; nested ones must not. It costs more with each type of the
    /// schema and was at 1.14 million when this was set.
    /// </summary>
    public int MaxIntrospectionComplexity { get; init; } = 4_000_000;

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What a document may hold, checked before the validation rules, some of which are quadratic or worse.</summary>
    public DocumentLimits Document { get; init; } = new();

    /// <summary>
    /// Says how many items a list below another one has as a rule, which bounds what its <c>first</c> counts for: an indicator has few series,
    /// whatever was asked. What is read in the end is bounded where it is read.
    /// </summary>
    public static FieldBuilder<TSource, TReturn> Expect<TSource, TReturn>(FieldBuilder<TSource, TReturn> field, int items) =>
        field.WithMetadata(ExpectedItems, items);

    internal void Apply(ComplexityOptions options)
    {
        options.MaxDepth = MaxDepth;
        options.MaxComplexity = MaxComplexity;
        options.DefaultListImpactMultiplier = ListMultiplier;
        options.DefaultComplexityImpactDelegate = ImpactOf;
        options.ValidateComplexityDelegate = Decide;
    }

    private Task Decide(ComplexityValidationContext context)
    {
        if (context.ValidationContext.Operation.SelectionSet.Selections.TrueForAll(IsIntrospection))
        {
            // It reads no data, so that it counts as one request whatever it names.
            if (context.TotalImpact <= MaxIntrospectionComplexity) context.Error = null;
            return Task.CompletedTask;
        }

        if (context.Error is null && context.ValidationContext.RequestServices?.GetRequiredService<QueryCost>().TryCharge(context.TotalImpact) == false)
            context.Error = new ValidationError(Http.Problems.TooManyRequests.Title);
        return Task.CompletedTask;
    }

    private static bool IsIntrospection(ASTNode selection) =>
        selection is GraphQLField { Name.StringValue: "__schema" or "__type" or "__typename" };

    // The library's own function subtracts for a negative first, and takes any list with an id argument for one item.
    private FieldComplexityResult ImpactOf(FieldImpactContext field)
    {
        var lists = ListsIn(field.FieldDefinition);
        if (lists == 0) return new(1, 1);
        var inner = Math.Pow(ListMultiplier, lists - 1);
        return new(1, inner * (FirstOf(field.FieldDefinition, field.Arguments) ?? FirstOfConnection(field) ?? ExpectedOf(field.FieldDefinition) ?? ListMultiplier));
    }

    private static int? FirstOfConnection(FieldImpactContext field) =>
        field.Parent is { } parent && ListsIn(parent.FieldDefinition) == 0 ? FirstOf(parent.FieldDefinition, parent.Arguments) : null;

    private static int? FirstOf(FieldType definition, IDictionary<string, ArgumentValue>? arguments)
    {
        if (definition.Arguments?.Find(ConnectionArguments.FirstName) is null) return null;
        var asked = arguments is not null && arguments.TryGetValue(ConnectionArguments.FirstName, out var first) && first.Value is int count
            ? Math.Clamp(count, 1, ConnectionArguments.MaxFirst)
            : ConnectionArguments.DefaultFirst;
        return Math.Min(asked, ExpectedOf(definition) ?? asked);
    }

    private static int? ExpectedOf(FieldType definition) => definition.Metadata.TryGetValue(ExpectedItems, out var items) ? items as int? : null;

    private static int ListsIn(FieldType field)
    {
        var lists = 0;
        for (var type = field.ResolvedType; type is IProvideResolvedType wrapped; type = wrapped.ResolvedType)
        {
            if (type is ListGraphType) lists++;
        }

        return lists;
    }
}
