using DataDiplomacy.Core.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Interpretations;

/// <summary>States what an agent says of data, of what a program made of them, or of evidence.</summary>
public sealed record StateInterpretation
{
    /// <summary>Whose statement it is: id of an agent.</summary>
    /// <example>national-statistics-office</example>
    public required string Agent { get; init; }

    /// <summary>What it is about.</summary>
    public required NamedTarget Target { get; init; }

    /// <summary>What it says of the target.</summary>
    public required InterpretationStance Stance { get; init; }

    /// <summary>The statement, 1 to 10,000 characters.</summary>
    /// <example>The fall after 2010 follows the change of the poverty line, not a change of incomes.</example>
    public required string Text { get; init; }

    /// <summary>Its language (BCP 47).</summary>
    /// <example>en</example>
    public required string Language { get; init; }

    /// <summary>How sure the agent is, by evidence and agreement (IPCC guidance note on uncertainties, 2010); left out when it did not say.</summary>
    public CalibratedConfidence? Confidence { get; init; }

    /// <summary>How probable the agent holds it to be, in the words of the same note; left out when it did not say.</summary>
    public CalibratedLikelihood? Likelihood { get; init; }

    /// <summary>How the agent came to it, at most 2,000 characters.</summary>
    /// <example>Comparison with the household survey of 2011</example>
    public string? Method { get; init; }

    /// <summary>Observations that it rests on, by the <c>id</c> that each observation has, at most 100; what was published is recorded with them.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>What else it rests on, at most 100: public records of evidence (<c>ev-…</c>), versions (<c>sdg-demo@2</c>), DOIs and addresses.</summary>
    public IReadOnlyList<string>? Citations { get; init; }

    /// <summary>When the agent said it, not in the future; now when left out.</summary>
    /// <example>2026-06-01T09:00:00Z</example>
    public DateTime? StatedAt { get; init; }

    /// <summary>Number of the interpretation that this one replaces; of the same agent, on the same data set or record.</summary>
    /// <example>3</example>
    public long? Replaces { get; init; }
}

/// <summary>What an interpretation is about. Which fields are needed follows from the kind.</summary>
public sealed record NamedTarget
{
    /// <summary>Of what kind it is.</summary>
    public required InterpretationTargetKind Kind { get; init; }

    /// <summary>The data set; for <c>dataset</c>, <c>version</c>, <c>series</c> and <c>impact</c>.</summary>
    /// <example>sdg-demo</example>
    public string? Dataset { get; init; }

    /// <summary>Number of the version; for <c>version</c>, and for <c>series</c>, where the newest is meant when it is left out.</summary>
    /// <example>2</example>
    public int? Version { get; init; }

    /// <summary>Code of the series; for <c>series</c>.</summary>
    /// <example>EG_FEC_RNEW</example>
    public string? Series { get; init; }

    /// <summary>Area of the series by any of its codes; left out for all of them.</summary>
    /// <example>404</example>
    public string? Area { get; init; }

    /// <summary>First period of the series; left out for all.</summary>
    /// <example>2010</example>
    public string? From { get; init; }

    /// <summary>Last period of the series; left out for all.</summary>
    /// <example>2018</example>
    public string? To { get; init; }

    /// <summary>Id of the observation; for <c>observation</c>. It names key, period and version.</summary>
    /// <example>0d2f1a4b5c6d7e8f90a1b2c3d4e5f607-2015-v2</example>
    public string? Observation { get; init; }

    /// <summary>Path and query of the answer, which must be about one series in one area; for <c>trend</c>, <c>forecast</c> and <c>progress</c>. It is asked for again, and what it says is recorded with the state of the data.</summary>
    /// <example>/v1/trends?series=EG_FEC_RNEW&amp;area=404</example>
    public string? Request { get; init; }

    /// <summary>Id of a public record; for <c>evidence</c>.</summary>
    /// <example>ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public string? Record { get; init; }

    /// <summary>Number of the statement; for <c>impact</c>.</summary>
    /// <example>1</example>
    public long? Impact { get; init; }
}

/// <summary>States that an agent no longer says something.</summary>
public sealed record WithdrawInterpretation
{
    /// <summary>Why, 1 to 2,000 characters.</summary>
    /// <example>The survey was revised</example>
    public required string Reason { get; init; }
}

/// <summary>Lists interpretations by two clocks: when the agent said it, and when this was recorded here.</summary>
public sealed record ListInterpretations
{
    /// <summary>About this data set or what it has.</summary>
    /// <example>sdg-demo</example>
    [FromQuery] public string? Dataset { get; init; }

    /// <summary>About this very target: an address as <c>target.address</c> has it.</summary>
    /// <example>/v1/datasets/sdg-demo/versions/2</example>
    [FromQuery] public string? Target { get; init; }

    /// <summary>About targets of this kind: <c>dataset</c>, <c>version</c>, <c>series</c>, <c>observation</c>, <c>trend</c>, <c>forecast</c>, <c>progress</c>, <c>evidence</c>, <c>impact</c>.</summary>
    /// <example>trend</example>
    [FromQuery] public string? Kind { get; init; }

    /// <summary>About these series.</summary>
    /// <example>EG_FEC_RNEW</example>
    [FromQuery] public string[]? Series { get; init; }

    /// <summary>About these areas by any of their codes.</summary>
    /// <example>404</example>
    [FromQuery] public string[]? Area { get; init; }

    /// <summary>By this agent.</summary>
    /// <example>national-statistics-office</example>
    [FromQuery] public string? Agent { get; init; }

    /// <summary><c>supports</c>, <c>contests</c>, <c>explains</c> or <c>qualifies</c>.</summary>
    /// <example>contests</example>
    [FromQuery] public string? Stance { get; init; }

    /// <summary>What agents had said by the end of this day, <c>yyyy-MM-dd</c>. Default: whatever they said.</summary>
    /// <example>2026-06-01</example>
    [FromQuery] public string? ValidAt { get; init; }

    /// <summary>The state to read: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC) and not yet replaced. Default: now.</summary>
    /// <example>2026-12-31</example>
    [FromQuery] public string? AsOf { get; init; }

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
