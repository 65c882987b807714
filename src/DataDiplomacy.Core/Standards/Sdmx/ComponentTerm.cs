using System.Globalization;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Core.Standards.Sdmx;

/// <summary>One comparison of a component filter.</summary>
/// <param name="Operator">How values are compared.</param>
/// <param name="Value">With what.</param>
/// <param name="Type">As what.</param>
public sealed record ComponentTerm(ComponentOperator Operator, string Value, ComponentType Type)
{
    private static readonly Dictionary<string, ComponentOperator> Names = new(StringComparer.Ordinal)
    {
        ["eq"] = ComponentOperator.Equal,
        ["ne"] = ComponentOperator.NotEqual,
        ["lt"] = ComponentOperator.Less,
        ["le"] = ComponentOperator.LessOrEqual,
        ["gt"] = ComponentOperator.Greater,
        ["ge"] = ComponentOperator.GreaterOrEqual,
        ["co"] = ComponentOperator.Contains,
        ["nc"] = ComponentOperator.NotContains,
        ["sw"] = ComponentOperator.StartsWith,
        ["ew"] = ComponentOperator.EndsWith,
    };

    /// <summary>Reads a comparison such as <c>ge:2020-01</c> or <c>A</c>.</summary>
    /// <param name="component">The component, for the message.</param>
    /// <param name="text">The comparison.</param>
    /// <param name="type">As what values compare.</param>
    /// <exception cref="SdmxQueryException">It has no value, an unknown operator, or a value of another type.</exception>
    public static ComponentTerm Parse(string component, string text, ComponentType type)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (name, value) = text.IndexOf(':', StringComparison.Ordinal) is 2 && char.IsAsciiLetterLower(text[0]) && char.IsAsciiLetterLower(text[1]) ? (text[..2], text[3..]) : ("eq", text);
        if (!Names.TryGetValue(name, out var comparing))
            throw new SdmxQueryException($"c[{component}]", $"'{name}' in c[{component}] is no operator: {string.Join(", ", Names.Keys)}. A value that has a colon after two letters is written with its operator, eq:{text}.");
        if (value.Length == 0) throw new SdmxQueryException($"c[{component}]", $"A value is missing in c[{component}]: write c[{component}]=A,B for one or the other, or c[{component}]=ge:A+le:B for a range.");
        var term = new ComponentTerm(comparing, value, type);
        if (comparing is ComponentOperator.Contains or ComponentOperator.NotContains or ComponentOperator.StartsWith or ComponentOperator.EndsWith) return term;
        if (type == ComponentType.Time && !TimePeriod.TryParse(value, out _))
            throw new SdmxQueryException($"c[{component}]", $"'{value}' in c[{component}] is no period: write 2020, 2020-S1, 2020-Q1, 2020-M03, 2020-03, 2020-W10 or 2020-03-15.");
        if (type == ComponentType.Number && NumberOf(value) is null) throw new SdmxQueryException($"c[{component}]", $"'{value}' in c[{component}] is no number: write 10 or 10.5.");
        return term;
    }

    /// <summary>Whether what a component has fulfils the comparison.</summary>
    /// <param name="values">Its values: none, one, or several where it may have several. One that fulfils it is enough, but for <c>ne</c> and <c>nc</c>, which all must.</param>
    public bool Accepts(IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Operator switch
        {
            ComponentOperator.NotEqual => !(this with { Operator = ComponentOperator.Equal }).Accepts(values),
            ComponentOperator.NotContains => values.All(v => !v.Contains(Value, StringComparison.Ordinal)),
            _ => values.Any(IsFulfilled),
        };
    }

    /// <summary>The comparison in words.</summary>
    /// <param name="component">What is compared.</param>
    public string Describe(string component) => Operator switch
    {
        ComponentOperator.Equal => $"{component} = {Value}",
        ComponentOperator.NotEqual => $"{component} <> {Value}",
        ComponentOperator.Less => $"{component} < {Value}",
        ComponentOperator.LessOrEqual => $"{component} <= {Value}",
        ComponentOperator.Greater => $"{component} > {Value}",
        ComponentOperator.GreaterOrEqual => $"{component} >= {Value}",
        ComponentOperator.Contains => $"{component} contains {Value}",
        ComponentOperator.NotContains => $"{component} does not contain {Value}",
        ComponentOperator.StartsWith => $"{component} starts with {Value}",
        _ => $"{component} ends with {Value}",
    };

    private bool IsFulfilled(string value) => Operator switch
    {
        ComponentOperator.Contains => value.Contains(Value, StringComparison.Ordinal),
        ComponentOperator.StartsWith => value.StartsWith(Value, StringComparison.Ordinal),
        ComponentOperator.EndsWith => value.EndsWith(Value, StringComparison.Ordinal),
        _ => Type == ComponentType.Time ? IsFulfilledInTime(value) : IsFulfilledInOrder(value),
    };

    /// <summary>A period has two ends: at most 2020 is what ends with 2020, not with its first day.</summary>
    private bool IsFulfilledInTime(string value) => TimePeriod.TryParse(value, out var one) && TimePeriod.TryParse(Value, out var other) && Operator switch
    {
        ComponentOperator.Less => one.End < other.Start,
        ComponentOperator.LessOrEqual => one.End <= other.End,
        ComponentOperator.Greater => one.Start > other.End,
        ComponentOperator.GreaterOrEqual => one.Start >= other.Start,
        _ => one == other,
    };

    private bool IsFulfilledInOrder(string value) => Order(value) is { } order && Operator switch
    {
        ComponentOperator.Less => order < 0,
        ComponentOperator.LessOrEqual => order <= 0,
        ComponentOperator.Greater => order > 0,
        ComponentOperator.GreaterOrEqual => order >= 0,
        _ => order == 0,
    };

    /// <summary>Null where the value is of another type.</summary>
    private int? Order(string value) => Type == ComponentType.Text ? string.CompareOrdinal(value, Value)
        : NumberOf(value) is { } number && NumberOf(Value) is { } bound ? number.CompareTo(bound) : null;

    private static double? NumberOf(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
