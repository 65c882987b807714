namespace DataDiplomacy.Core.Catalogue;

/// <summary>
/// One edition of the SDG framework with look-ups. Rows with the same UNSD code are one indicator,
/// so that an indicator repeated under several targets is counted once.
/// </summary>
public sealed class SdgFramework
{
    private readonly Dictionary<string, Goal> goals;
    private readonly Dictionary<string, Target> targets;
    private readonly Dictionary<string, Indicator> indicators;

    /// <summary>Builds the edition from its goals, targets and rows.</summary>
    /// <exception cref="ArgumentException">A code is not well formed, occurs twice, or its goal or target is missing.</exception>
    public SdgFramework(
        FrameworkEdition edition,
        IReadOnlyCollection<Goal> goals,
        IReadOnlyCollection<Target> targets,
        IReadOnlyCollection<IndicatorEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(goals);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(entries);
        Edition = edition;
        Goals = [.. goals.OrderBy(g => g.Code, SdgCode.NaturalOrder)];
        Targets = [.. targets.OrderBy(t => t.Code, SdgCode.NaturalOrder)];
        Entries = [.. entries.OrderBy(e => e.Code, SdgCode.NaturalOrder)];
        this.goals = goals.ToDictionary(g => Require(g.Code, SdgCodeKind.Goal), StringComparer.OrdinalIgnoreCase);
        this.targets = targets.ToDictionary(t => Require(t.Code, SdgCodeKind.Target), StringComparer.OrdinalIgnoreCase);
        RequireParents();
        Indicators = [.. Entries.GroupBy(e => e.UnsdCode ?? e.Code, StringComparer.Ordinal).Select(Join)];
        indicators = Index(Indicators);
    }

    /// <summary>The edition.</summary>
    public FrameworkEdition Edition { get; }

    /// <summary>Goals in natural order.</summary>
    public IReadOnlyList<Goal> Goals { get; }

    /// <summary>Targets in natural order.</summary>
    public IReadOnlyList<Target> Targets { get; }

    /// <summary>Rows of the edition in natural order of their codes; an indicator repeated under several targets has several.</summary>
    public IReadOnlyList<IndicatorEntry> Entries { get; }

    /// <summary>Indicators in natural order of their first code, each once.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>The goal with the code; null when there is none.</summary>
    public Goal? FindGoal(string code) => goals.GetValueOrDefault(code);

    /// <summary>The target with the code; null when there is none.</summary>
    public Target? FindTarget(string code) => targets.GetValueOrDefault(code);

    /// <summary>The indicator with the code, which may be any of its codes or its UNSD code, upper or lower case; null when there is none.</summary>
    public Indicator? FindIndicator(string code) => indicators.GetValueOrDefault(code);

    /// <summary>Targets of a goal in natural order; empty for an unknown goal.</summary>
    public IReadOnlyList<Target> TargetsOf(string goal) =>
        [.. Targets.Where(t => t.Goal.Equals(goal, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Indicators under a goal or a target in natural order; empty for an unknown code.</summary>
    public IReadOnlyList<Indicator> IndicatorsOf(string goalOrTarget) =>
        [.. Indicators.Where(i => i.Goals.Concat(i.Targets).Contains(goalOrTarget, StringComparer.OrdinalIgnoreCase))];

    private static Indicator Join(IGrouping<string, IndicatorEntry> rows)
    {
        var first = rows.First();
        string[] codes = [.. rows.Select(r => r.Code)];
        return new Indicator
        {
            UnsdCode = first.UnsdCode,
            Codes = codes,
            // Every code was checked to be an indicator code, which has a target and a goal.
            Targets = [.. codes.Select(c => SdgCode.TargetOf(c)!).Distinct()],
            Goals = [.. codes.Select(c => SdgCode.GoalOf(c)!).Distinct()],
            Title = first.Title,
            Tier = first.Tier,
        };
    }

    private static Dictionary<string, Indicator> Index(IEnumerable<Indicator> indicators)
    {
        var index = new Dictionary<string, Indicator>(StringComparer.OrdinalIgnoreCase);
        foreach (var indicator in indicators)
        {
            foreach (var code in indicator.Codes)
                index.Add(code, indicator);
            if (indicator.UnsdCode is not null)
                index.Add(Require(indicator.UnsdCode, SdgCodeKind.UnsdCode), indicator);
        }
        return index;
    }

    private void RequireParents()
    {
        foreach (var target in Targets)
        {
            if (SdgCode.GoalOf(target.Code) != target.Goal || !goals.ContainsKey(target.Goal))
                throw new ArgumentException($"Target {target.Code} names goal '{target.Goal}', which is not its goal or is missing.");
        }
        foreach (var entry in Entries)
        {
            var target = SdgCode.TargetOf(Require(entry.Code, SdgCodeKind.Indicator));
            if (target is null || !targets.ContainsKey(target))
                throw new ArgumentException($"Indicator {entry.Code} stands under target '{target}', which is missing.");
        }
    }

    private static string Require(string code, SdgCodeKind kind) =>
        SdgCode.KindOf(code) == kind
            ? code
            : throw new ArgumentException($"'{code}' is not the code of a {kind}.");
}
