namespace DataDiplomacy.Core.Evidence.Assessments;

/// <summary>
/// How credible an information is, whoever gave it (Admiralty System, NATO STANAG 2511, 2003). The numbers are those of the scale;
/// <see cref="CannotBeJudged"/> is no lowest grade: it says that nobody could judge.
/// </summary>
public enum InformationCredibility
{
    /// <summary>Confirmed by other sources.</summary>
    Confirmed = 1,

    /// <summary>Probably true.</summary>
    ProbablyTrue = 2,

    /// <summary>Possibly true.</summary>
    PossiblyTrue = 3,

    /// <summary>Doubtful.</summary>
    Doubtful = 4,

    /// <summary>Improbable.</summary>
    Improbable = 5,

    /// <summary>Truth cannot be judged.</summary>
    CannotBeJudged = 6
}
