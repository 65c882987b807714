using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Catalogue.Interpretations;

/// <summary>What a named agent says of something.</summary>
public sealed record InterpretationView
{
    /// <summary>Number of the fact.</summary>
    /// <example>3</example>
    public required long Id { get; init; }

    /// <summary>Whose statement it is.</summary>
    /// <example>national-statistics-office</example>
    public required string Agent { get; init; }

    /// <summary>Its name.</summary>
    /// <example>National Statistics Office</example>
    public required string AgentName { get; init; }

    /// <summary>What it is about.</summary>
    public required InterpretationTargetView Target { get; init; }

    /// <summary>What it says of the target.</summary>
    public required InterpretationStance Stance { get; init; }

    /// <summary>The statement.</summary>
    /// <example>The fall after 2010 follows the change of the poverty line, not a change of incomes.</example>
    public required string Text { get; init; }

    /// <summary>Its language (BCP 47).</summary>
    /// <example>en</example>
    public required string Language { get; init; }

    /// <summary>How sure the agent is (IPCC guidance note on uncertainties, 2010); null when it did not say.</summary>
    public required CalibratedConfidence? Confidence { get; init; }

    /// <summary>How probable the agent holds it to be (the same note); null when it did not say.</summary>
    public required CalibratedLikelihood? Likelihood { get; init; }

    /// <summary>Least probability that this word stands for, a share from 0 to 1; null when it did not say.</summary>
    /// <example>0.66</example>
    public required double? LikelihoodLow { get; init; }

    /// <summary>Greatest probability that this word stands for, a share from 0 to 1; null when it did not say.</summary>
    /// <example>1</example>
    public required double? LikelihoodHigh { get; init; }

    /// <summary>How the agent came to it; null when it did not say.</summary>
    /// <example>Comparison with the household survey of 2011</example>
    public required string? Method { get; init; }

    /// <summary>Observations that it rests on, as they were read; those that the caller may not see are left out.</summary>
    public required IReadOnlyList<CitedValueView> Values { get; init; }

    /// <summary>Data sets whose terms do not let you read their values now: what was published of them, and what a program had said of them, is null here. Empty where nothing is withheld.</summary>
    public required IReadOnlyList<WithheldValuesView> Withheld { get; init; }

    /// <summary>What else it rests on; what the caller may not see is left out.</summary>
    public required IReadOnlyList<string> Citations { get; init; }

    /// <summary>When the agent said it, UTC.</summary>
    /// <example>2026-06-01T09:00:00Z</example>
    public required DateTime StatedAt { get; init; }

    /// <summary>Since when this is held here, UTC.</summary>
    /// <example>2026-11-30T14:00:00Z</example>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Number of the interpretation that this one replaced; null for a first one.</summary>
    /// <example>2</example>
    public required long? Replaces { get; init; }
}

/// <summary>What an interpretation is about.</summary>
public sealed record InterpretationTargetView
{
    /// <summary>Of what kind it is.</summary>
    public required InterpretationTargetKind Kind { get; init; }

    /// <summary>Where to read it. That of a computed answer names the state of the data, so that it says the same again.</summary>
    /// <example>/v1/trends?area=404&amp;asOf=2021-01-01T00%3A00%3A00Z&amp;series=EG_FEC_RNEW</example>
    public required string Address { get; init; }

    /// <summary>The data set; null for evidence.</summary>
    /// <example>sdg-demo</example>
    public required string? Dataset { get; init; }

    /// <summary>Number of the version that was looked at; null for a data set as a whole, and for evidence.</summary>
    /// <example>2</example>
    public required int? Version { get; init; }

    /// <summary>Code of the series; null where it is about more.</summary>
    /// <example>EG_FEC_RNEW</example>
    public required string? Series { get; init; }

    /// <summary>Code of the area; null where it is about more.</summary>
    /// <example>404</example>
    public required string? Area { get; init; }

    /// <summary>First period; null for all, and where a computed answer does not say.</summary>
    /// <example>2010</example>
    public required string? From { get; init; }

    /// <summary>Last period; null for all, and where a computed answer does not say.</summary>
    /// <example>2018</example>
    public required string? To { get; init; }

    /// <summary>What the program had said when the agent spoke of it, in words; null where the target is no computed answer, and where <c>withheld</c> names its data set.</summary>
    /// <example>There is an increasing trend.</example>
    public required string? Verdict { get; init; }

    /// <summary>All that the program had said, as JSON text; null as <c>verdict</c>.</summary>
    /// <example>{"slope":0.1}</example>
    public required string? Output { get; init; }

    /// <summary>The state of the data that the program had read, UTC; null as <c>verdict</c>.</summary>
    /// <example>2021-01-01T00:00:00Z</example>
    public required DateTime? OutputAsOf { get; init; }
}

/// <summary>That values of a data set are not shown, and why.</summary>
public sealed record WithheldValuesView
{
    /// <summary>The data set.</summary>
    /// <example>flood-index</example>
    public required string Dataset { get; init; }

    /// <summary>Why, in sentences.</summary>
    /// <example>The data set flood-index was made of data that were shared under terms. The agreement under which it is held is suspended since 2026-11-30T15:00:00Z, by the provider.</example>
    public required string Reason { get; init; }

    /// <summary>Where its terms are, with what would make the values readable again.</summary>
    /// <example>/v1/datasets/flood-index/terms</example>
    public required string Terms { get; init; }
}

/// <summary>An observation that a statement rests on, as it was read when the statement was recorded.</summary>
public sealed record CitedValueView
{
    /// <summary>Id of the observation.</summary>
    /// <example>0d2f1a4b5c6d7e8f90a1b2c3d4e5f607-2015-v2</example>
    public required string Observation { get; init; }

    /// <summary>The data set.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Number of the version that made it known.</summary>
    /// <example>2</example>
    public required int Version { get; init; }

    /// <summary>Code of the series.</summary>
    /// <example>EG_FEC_RNEW</example>
    public required string Series { get; init; }

    /// <summary>Code of the area.</summary>
    /// <example>404</example>
    public required string Area { get; init; }

    /// <summary>The period.</summary>
    /// <example>2015</example>
    public required string Period { get; init; }

    /// <summary>What was published; null where no value was, and where <c>withheld</c> names the data set.</summary>
    /// <example>72.66</example>
    public required string? Value { get; init; }
}
