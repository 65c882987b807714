using GraphQL.Types;

namespace DataDiplomacy.Api.Graph;

/// <summary>An enum whose values are named like those of the REST door, in upper snake case.</summary>
public sealed class WireEnumType<TEnum> : EnumerationGraphType<TEnum>
    where TEnum : struct, Enum
{
    public WireEnumType()
    {
        Description ??= XmlComments.Of(typeof(TEnum));
        foreach (var value in Values)
            value.Description ??= XmlComments.Of(typeof(TEnum).GetField(value.Value?.ToString() ?? "") ?? throw new InvalidOperationException($"{typeof(TEnum).Name} has no member {value.Value}."));
    }

    protected override string ChangeEnumCase(string val) => GraphNames.OfEnumMember(typeof(TEnum), val);
}
