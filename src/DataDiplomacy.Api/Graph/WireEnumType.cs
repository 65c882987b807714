using GraphQL.Types;

namespace DataDiplomacy.Api.Graph;

/// <summary>An enum whose values are named like those of the REST door, in upper snake case.</summary>
public sealed class WireEnumType<TEnum> : EnumerationGraphType<TEnum>
    where TEnum : struct, Enum
{
    protected override string ChangeEnumCase(string val) => GraphNames.OfEnumMember(typeof(TEnum), val);
}
