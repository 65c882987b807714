using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Core.Tests.Standards.Odrl;

/// <summary>Policies and requests with defaults for what a test is not about.</summary>
internal static class Given
{
    public const string Data = "http://example.org/data";
    public const string Alice = "http://example.org/alice";

    public static readonly DateTimeOffset Now = new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static OdrlRequest Request(string action = "read") => new() { Action = action, Target = Data, Assignee = Alice, At = Now };

    public static OdrlRule Permission(params OdrlConstraint[] constraints) => new() { Kind = OdrlRuleKind.Permission, Uid = "urn:p", Actions = [new("use", [])], Constraints = constraints };

    public static OdrlRule Prohibition(params OdrlConstraint[] constraints) => new() { Kind = OdrlRuleKind.Prohibition, Uid = "urn:f", Actions = [new("use", [])], Constraints = constraints };

    public static OdrlRule Duty(string action, params OdrlConstraint[] constraints) => new() { Kind = OdrlRuleKind.Duty, Uid = "urn:d", Actions = [new(action, [])], Constraints = constraints };

    public static OdrlPolicy Policy(params OdrlRule[] rules) => new()
    {
        Uid = "urn:policy",
        Type = OdrlPolicyType.Set,
        Targets = [new() { Uid = Data }],
        Permissions = [.. rules.Where(rule => rule.Kind == OdrlRuleKind.Permission)],
        Prohibitions = [.. rules.Where(rule => rule.Kind == OdrlRuleKind.Prohibition)],
        Obligations = [.. rules.Where(rule => rule.Kind == OdrlRuleKind.Duty)]
    };

    /// <summary>"purpose isAnyOf http://a http://b": operand, operator, right operands.</summary>
    public static OdrlComparison Constraint(string text)
    {
        var parts = text.Split(' ');
        return new()
        {
            LeftOperand = parts[0],
            Operator = parts[1],
            RightOperands = [.. parts.Skip(2).Select(value => Value(value, parts[0]))]
        };
    }

    private static OdrlValue Value(string text, string operand) => new(text, operand switch
    {
        "dateTime" => text.Contains('T', StringComparison.Ordinal) ? "xsd:dateTime" : "xsd:date",
        "elapsedTime" => "xsd:duration",
        _ => null
    });
}
