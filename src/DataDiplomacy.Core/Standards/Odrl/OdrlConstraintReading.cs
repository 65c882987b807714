namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Reads constraints and refinements, and counts them.</summary>
internal sealed class OdrlConstraintReading
{
    private const string Expected = "A constraint is an object with leftOperand, operator and rightOperand, or with one of and, or, xone, andSequence (ODRL Information Model 2.2, section 2.5).";
    private static readonly string[] Joining = ["and", "or", "xone", "andSequence"];
    private int count;

    public IReadOnlyList<OdrlConstraint> All(OdrlFields fields, string name) => [.. fields.TakeItems(name).Select(One)];

    private OdrlConstraint One(OdrlNode node)
    {
        if (++count > OdrlReader.MaxConstraints) throw new OdrlFormatException(node.Path, $"more than {OdrlReader.MaxConstraints} constraints", "Split the policy.");
        var fields = node.Fields(Expected);
        var uid = fields.TakeIri("uid", "The uid is one IRI.");
        fields.Take("@type");
        return (OdrlConstraint?)Logic(fields, uid) ?? Comparison(fields, uid);
    }

    private OdrlLogic? Logic(OdrlFields fields, string? uid)
    {
        OdrlLogic? logic = null;
        foreach (var joining in Joining)
        {
            if (fields.Take(joining) is not { } operands) continue;
            if (logic is not null) throw fields.Node.Wrong("A logical constraint has one operator only.");
            logic = new OdrlLogic { Uid = uid, Operator = joining, Operands = [.. operands.Items().Select(One)] };
            if (logic.Operands.Count == 0) throw operands.Wrong("A logical constraint joins at least one constraint.");
        }
        return logic is null ? null : logic with { Other = fields.Rest() };
    }

    private static OdrlComparison Comparison(OdrlFields fields, string? uid)
    {
        var left = fields.TakeTerm("leftOperand", Expected) ?? throw fields.Node.Wrong(Expected);
        var dataType = fields.TakeTerm("dataType", "The data type is an IRI, as xsd:dateTime.");
        var right = fields.TakeItems("rightOperand");
        if (right.Count > OdrlReader.MaxRightOperands)
            throw new OdrlFormatException(fields.Node.Path, $"more than {OdrlReader.MaxRightOperands} right operands", "Name a category instead.");
        var comparison = new OdrlComparison
        {
            Uid = uid,
            LeftOperand = left,
            Operator = fields.TakeTerm("operator", Expected) ?? throw fields.Node.Wrong(Expected),
            RightOperands = [.. right.Select(value => OdrlValues.Read(value, left, dataType))],
            Unit = fields.TakeIri("unit", "The unit is one IRI."),
            Other = fields.Rest()
        };
        return right.Count > 0 || comparison.Other.ContainsKey("rightOperandReference") ? comparison : throw fields.Node.Wrong(Expected);
    }
}
