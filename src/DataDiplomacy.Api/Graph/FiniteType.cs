using System.Collections;
using GraphQL.Types;

namespace DataDiplomacy.Api.Graph;

/// <summary>The scalar <c>Float</c>, which refuses what JSON cannot hold at the field, before the answer has begun.</summary>
public sealed class FiniteType : FloatGraphType
{
    public FiniteType() => Name = "Float";

    public override object? Serialize(object? value) => base.Serialize(value) switch
    {
        double number when !double.IsFinite(number) => ThrowSerializationError(number),
        var other => other,
    };

    // The shortcut for lists would pass by the check.
    public override bool CanSerializeList(IEnumerable list, bool allowNulls) => false;
}
