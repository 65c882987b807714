using System.Text.Json;
using System.Text.Json.Serialization;
using DataDiplomacy.Core.Statistics;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Statistics;

/// <summary>Lists the statistical methods.</summary>
public sealed record ListStatistics
{
    /// <summary>Most items of the page, 1 to 1,000. Default: 100.</summary>
    /// <example>100</example>
    [FromQuery] public int? Limit { get; init; }

    /// <summary><c>next</c> of the page before.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    [FromQuery] public string? Cursor { get; init; }

    /// <summary><c>exact</c> adds <c>total</c>.</summary>
    /// <example>exact</example>
    [FromQuery] public string? Count { get; init; }
}

/// <summary>Runs a statistical method on numbers of the caller. Nothing of it is stored.</summary>
public sealed record RunStatistic
{
    /// <summary>Object with the inputs of the method by name; null inside an array is a missing value. GET /v1/statistics/{method} names them.</summary>
    /// <example>{"values":[1,2,null,4]}</example>
    public required JsonElement Inputs { get; init; }

    /// <summary>Object with parameters of the method by name; what is absent takes its default.</summary>
    /// <example>{}</example>
    public JsonElement? Parameters { get; init; }
}

/// <summary>A statistical method: enough to use it, and to know when not to.</summary>
public sealed record StatisticalMethodView
{
    /// <summary>Identifier, lower snake case, such as <c>mann_kendall</c>.</summary>
    /// <example>mann_kendall</example>
    public required string Id { get; init; }

    /// <summary>Name of the method.</summary>
    /// <example>Mann-Kendall trend test (independent observations)</example>
    public required string Title { get; init; }

    /// <summary>Version of the method as carried out here; it rises when a figure could change.</summary>
    /// <example>1.0</example>
    public required string Version { get; init; }

    /// <summary>What the method answers, in one or two sentences.</summary>
    /// <example>Asks whether values rise or fall monotonically in time. It does not say how much, nor whether it matters.</example>
    public required string Summary { get; init; }

    /// <summary>The formula, in plain text.</summary>
    /// <example>S = sum over i&lt;j of sign(x_j - x_i)</example>
    public required string Formula { get; init; }

    /// <summary>Publications that define the method: authors, year, title, place.</summary>
    /// <example>Mann, H. B. (1945), Nonparametric tests against trend, Econometrica 13:245-259</example>
    public required string Source { get; init; }

    /// <summary>When the answer is undefined, and what is refused.</summary>
    /// <example>Undefined with fewer than 3 values (insufficient_data) or equal values throughout (constant).</example>
    public required string Limits { get; init; }

    /// <summary>Situations in which the figures come out but mislead.</summary>
    /// <example>["neighbouring values are correlated: p is too small"]</example>
    public required IReadOnlyList<string> DoNotTrustWhen { get; init; }

    /// <summary>The fields of <c>inputs</c>; each says whether it may be left out.</summary>
    public required IReadOnlyList<StatisticalInput> Inputs { get; init; }

    /// <summary>The fields of <c>parameters</c>, with their defaults; empty where there are none.</summary>
    public required IReadOnlyList<StatisticalParameter> Parameters { get; init; }

    /// <summary>The fields of the answer.</summary>
    public required IReadOnlyList<StatisticalOutput> Outputs { get; init; }
}

/// <summary>The answer of a statistical method. Its figures stand beside these fields under the names that the method lists as outputs.</summary>
public sealed record StatisticView
{
    /// <summary>Whether the figures exist. Where false, <c>reason</c> says why and the figures are absent.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why the figures do not exist, such as <c>insufficient_data</c>; absent where they do.</summary>
    /// <example>insufficient_data</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>The figures by name, lower snake case; null is a figure that does not exist for these numbers.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Figures { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>What made the figures, and what must be known before they are believed.</summary>
    public required StatisticMetaView Meta { get; init; }
}

/// <summary>What made a figure.</summary>
public sealed record StatisticMetaView
{
    /// <summary>Identifier of the method.</summary>
    /// <example>mann_kendall</example>
    public required string Method { get; init; }

    /// <summary>Version of the method.</summary>
    /// <example>1.0</example>
    public required string Version { get; init; }

    /// <summary>Number of values, pairs or rows that were used: the n of the method, or what of the input has no missing value.</summary>
    /// <example>8</example>
    public required long NUsed { get; init; }

    /// <summary>Number that was given and left out; where a method takes no gaps, the number of gaps.</summary>
    /// <example>1</example>
    public required long NDropped { get; init; }

    /// <summary>What must be known before the figures are believed; empty where there is nothing.</summary>
    /// <example>["1 missing values were dropped."]</example>
    public required IReadOnlyList<string> Warnings { get; init; }
}
