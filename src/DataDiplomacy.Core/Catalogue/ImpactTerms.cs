namespace DataDiplomacy.Core.Catalogue;

/// <summary>Whether an impact is good or bad for whom it reaches.</summary>
public enum ImpactDirection
{
    /// <summary>They gain by it.</summary>
    Advantage,

    /// <summary>They lose by it.</summary>
    Disadvantage,
}

/// <summary>At which level an impact is felt.</summary>
public enum ImpactLevel
{
    /// <summary>By persons, one by one.</summary>
    Individual,

    /// <summary>By organisations and companies.</summary>
    Institution,

    /// <summary>By a state or its society as a whole.</summary>
    State,

    /// <summary>Across states.</summary>
    Global,
}

/// <summary>How grave an impact is; five levels of the Data Privacy Vocabulary (W3C DPVCG, Risk extension 2.0, 2024, <c>risk:5SeverityLevels</c>). For an advantage it says how large that is.</summary>
public enum ImpactSeverity
{
    /// <summary>Very low (<c>risk:VeryLowSeverity</c>).</summary>
    VeryLow,

    /// <summary>Low (<c>risk:LowSeverity</c>).</summary>
    Low,

    /// <summary>Moderate (<c>risk:ModerateSeverity</c>).</summary>
    Moderate,

    /// <summary>High (<c>risk:HighSeverity</c>).</summary>
    High,

    /// <summary>Very high (<c>risk:VeryHighSeverity</c>).</summary>
    VeryHigh,
}

/// <summary>How probable an impact is; five levels of the Data Privacy Vocabulary (W3C DPVCG, Risk extension 2.0, 2024, <c>risk:5LikelihoodLevels</c>).</summary>
public enum ImpactLikelihood
{
    /// <summary>Very low (<c>risk:VeryLowLikelihood</c>).</summary>
    VeryLow,

    /// <summary>Low (<c>risk:LowLikelihood</c>).</summary>
    Low,

    /// <summary>Moderate (<c>risk:ModerateLikelihood</c>).</summary>
    Moderate,

    /// <summary>High (<c>risk:HighLikelihood</c>).</summary>
    High,

    /// <summary>Very high (<c>risk:VeryHighLikelihood</c>).</summary>
    VeryHigh,
}

/// <summary>What data did to a change.</summary>
public enum ImpactEffect
{
    /// <summary>It would have come anyway, and came sooner.</summary>
    Accelerated,

    /// <summary>It came because of them.</summary>
    Drove,

    /// <summary>It did not come because of them.</summary>
    Prevented,

    /// <summary>They did nothing to it.</summary>
    None,

    /// <summary>Nobody can tell.</summary>
    Unknown,
}

/// <summary>How a statement of impact stands; computed from what others say of it, never typed in.</summary>
public enum ImpactStatus
{
    /// <summary>Nobody else speaks for or against it.</summary>
    Claimed,

    /// <summary>Others speak for it, and none against.</summary>
    Supported,

    /// <summary>Others speak against it, whoever speaks for it.</summary>
    Contested,

    /// <summary>Whoever stated it no longer does.</summary>
    Withdrawn,
}
