using GraphQL.Types;

namespace DataDiplomacy.Api.Graph;

/// <summary>The graph type of a CLR type: our scalars, enums by wire name, and <see cref="ViewType{TView}"/> for view records.</summary>
/// <remarks>A schema puts its own type in place of the automatic one by <c>RegisterTypeMapping</c>, which is asked after this.</remarks>
public sealed class ViewMappings : IGraphTypeMappingProvider
{
    public Type? GetGraphTypeFromClrType(Type clrType, bool isInputType, Type? preferredGraphType)
    {
        if (preferredGraphType is not null) return preferredGraphType;
        if (clrType == typeof(DateTime) || clrType == typeof(DateTimeOffset)) return typeof(InstantType);
        if (clrType == typeof(long) || clrType == typeof(ulong)) return typeof(LongGraphType);
        if (clrType.IsEnum) return typeof(WireEnumType<>).MakeGenericType(clrType);
        return !isInputType && IsRecordOfOurs(clrType) ? typeof(ViewType<>).MakeGenericType(clrType) : null;
    }

    private static bool IsRecordOfOurs(Type type) =>
        !type.IsAbstract && type.Namespace?.StartsWith(nameof(System), StringComparison.Ordinal) != true;
}
