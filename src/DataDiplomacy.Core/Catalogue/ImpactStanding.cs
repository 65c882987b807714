namespace DataDiplomacy.Core.Catalogue;

/// <summary>How a statement of impact stands, and since when.</summary>
/// <param name="Status">The status.</param>
/// <param name="Since">When it came to stand so, UTC.</param>
/// <param name="For">How many others speak for it.</param>
/// <param name="Against">How many others speak against it.</param>
public sealed record ImpactStanding(ImpactStatus Status, DateTime Since, int For, int Against)
{
    /// <summary>Replays what was said, in the order in which it was recorded. One agent counts once on each side.</summary>
    /// <param name="statedBy">Whose statement of impact it is: what they say of it themselves does not count.</param>
    /// <param name="recordedAt">When it was recorded, UTC.</param>
    /// <param name="withdrawnAt">When it was withdrawn; null while it is held.</param>
    /// <param name="said">What was said of it, each with the time in which it was held.</param>
    public static ImpactStanding Of(string statedBy, DateTime recordedAt, DateTime? withdrawnAt, IReadOnlyCollection<ImpactVoice> said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var others = said.Where(v => v.Agent != statedBy && v.Stance is InterpretationStance.Supports or InterpretationStance.Contests).ToList();
        if (withdrawnAt is { } end) return At(end, others) with { Status = ImpactStatus.Withdrawn };

        var standing = At(recordedAt, others);
        foreach (var at in others.SelectMany(v => new[] { v.From, v.To ?? v.From }).Where(t => t > recordedAt).Distinct().Order())
        {
            var next = At(at, others);
            standing = next.Status == standing.Status ? next with { Since = standing.Since } : next;
        }

        return standing;
    }

    private static ImpactStanding At(DateTime at, List<ImpactVoice> others)
    {
        var held = others.Where(v => v.From <= at && (v.To is null || v.To > at)).ToList();
        var (support, against) = (Count(InterpretationStance.Supports), Count(InterpretationStance.Contests));
        return new ImpactStanding(against > 0 ? ImpactStatus.Contested : support > 0 ? ImpactStatus.Supported : ImpactStatus.Claimed, at, support, against);

        int Count(InterpretationStance stance) => held.Where(v => v.Stance == stance).Select(v => v.Agent).Distinct(StringComparer.Ordinal).Count();
    }
}

/// <summary>What somebody said of a statement of impact.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Stance">For or against; others do not count.</param>
/// <param name="From">Since when it is held, UTC.</param>
/// <param name="To">Until when it was held; null while it is.</param>
public sealed record ImpactVoice(string Agent, InterpretationStance Stance, DateTime From, DateTime? To);
