using System.Globalization;

namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>Assesses the progress of a series by several published methods, and says which other choices would give another class.</summary>
public static class SdgProgress
{
    private static readonly IReadOnlyList<IProgressMethod> Known =
        [new Unsd2022(), new Unsd2023(), new EurostatProgress(), new OpenSdgProgress(), new EscapProgress(), new SdsnProgress()];

    /// <summary>The methods, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Methods { get; } = [.. Known.Select(method => method.Id)];

    /// <summary>
    /// Assesses a series by one method.
    /// </summary>
    /// <param name="points">Annual values, each year once, in any order; missing years are left out.</param>
    /// <param name="target">What the series is measured against; null where nobody has said which change is wanted.</param>
    /// <param name="rules">Classes and constants of the method.</param>
    /// <param name="choices">What the method leaves open; null takes the defaults.</param>
    /// <exception cref="ArgumentException">The rules name a method that is not known, a value is not finite, or a year is there twice.</exception>
    public static ProgressAssessment Assess(IReadOnlyList<ProgressPoint> points, ProgressTarget? target, ProgressRules rules, ProgressChoices? choices = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(rules);
        Check(points);
        var method = Known.FirstOrDefault(m => m.Id == rules.Method) ?? throw new ArgumentException($"There is no method '{rules.Method}'.", nameof(rules));
        if (target is null) return NotAssessable(rules, ProgressReasons.NoDirection);

        var one = new Assessing(method, rules, choices ?? new ProgressChoices());
        var (assessment, facts) = one.Assess(points, target);
        return facts is null ? assessment : ProgressFlips.Add(assessment, facts, points, one);
    }

    /// <summary>The answer where a method cannot be applied.</summary>
    public static ProgressAssessment NotAssessable(ProgressRules rules, string? reason) => new()
    {
        Rules = rules,
        Class = ProgressAssessment.NotAssessable,
        Label = "Not assessable",
        Standing = ProgressStanding.NotAssessable,
        Reason = reason
    };

    private static void Check(IReadOnlyList<ProgressPoint> points)
    {
        if (points.FirstOrDefault(p => !double.IsFinite(p.Value)) is { Year: not 0 } wrong)
            throw new ArgumentException(FormattableString.Invariant($"The value of {wrong.Year} is {wrong.Value}; a finite number is needed."), nameof(points));
        if (points.Select(p => p.Year).Distinct().Count() != points.Count)
            throw new ArgumentException("Each year may be there once.", nameof(points));
    }

    /// <summary>One method with its rules and choices: what is applied again with another choice.</summary>
    internal sealed record Assessing(IProgressMethod Method, ProgressRules Rules, ProgressChoices Choices)
    {
        public (ProgressAssessment Assessment, ProgressFacts? Facts) Assess(IReadOnlyList<ProgressPoint> points, ProgressTarget target)
        {
            var (facts, reason) = ProgressFacts.Of(points, target, Rules, Choices);
            if (facts is null) return (NotAssessable(Rules, reason), null);

            var reading = Method.Read(facts, Rules);
            if (reading.Measure is { } measure && !double.IsFinite(measure)) reading = reading with { Measure = null };
            if (reading is { Reason: null, IsMet: false, Measure: null }) reading = reading with { Reason = ProgressReasons.OutOfRange };
            return (reading.Reason is null ? ToAssessment(facts, reading) : NotAssessable(Rules, reading.Reason) with { Inputs = InputsOf(facts, reading) }, facts);
        }

        private ProgressAssessment ToAssessment(ProgressFacts facts, ProgressReading reading)
        {
            IReadOnlyList<ProgressBand> bands = Rules.Met is { } met && facts.Goal is not null ? [met, .. reading.Bands] : reading.Bands;
            // A method without a class of its own for a target that is met counts it as its best.
            var band = reading.IsMet ? bands[0] : reading.Bands.First(b => b.Holds(reading.Measure.GetValueOrDefault()));
            return new ProgressAssessment
            {
                Rules = Rules,
                Class = band.Class,
                Label = band.Label,
                Standing = band.Standing,
                Rank = bands.Index().First(b => b.Item == band).Index + 1,
                RankOf = bands.Count,
                Measure = reading.Measure,
                Score = reading.Score is { } score && double.IsFinite(score) ? score : null,
                Inputs = InputsOf(facts, reading),
                Thresholds = bands,
                Warnings = [.. ProgressWarnings.Of(facts, reading), .. reading.Warnings]
            };
        }

        private static List<KeyValuePair<string, double>> InputsOf(ProgressFacts facts, ProgressReading reading)
        {
            var inputs = new List<KeyValuePair<string, double>>
            {
                new("baseYear", facts.Base.Year),
                new("baseValue", facts.Base.Value),
                new("latestYear", facts.Latest.Year),
                new("latestValue", facts.Latest.Value)
            };
            if (facts.Goal is { } goal) inputs.AddRange([new("target", goal), new("targetYear", facts.Target.Year)]);
            if (facts.Target.Limit is { } limit) inputs.Add(new("limit", limit));
            inputs.AddRange(reading.Inputs.Where(i => double.IsFinite(i.Value)));
            if (reading.Measure is { } measure) inputs.Add(new("measure", measure));
            return inputs;
        }
    }

    internal static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
