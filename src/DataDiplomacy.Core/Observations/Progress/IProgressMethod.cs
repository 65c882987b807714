namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>One published way to assess progress.</summary>
internal interface IProgressMethod
{
    /// <summary>The method, such as <c>unsd2022</c>.</summary>
    string Id { get; }

    /// <summary>Applies the formula.</summary>
    ProgressReading Read(ProgressFacts facts, ProgressRules rules);
}
