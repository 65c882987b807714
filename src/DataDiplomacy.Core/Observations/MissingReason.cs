namespace DataDiplomacy.Core.Observations;

/// <summary>Why an observation has no number. The numbers are stored: never renumber.</summary>
public enum MissingReason
{
    /// <summary>Published empty or as NaN: nobody reported it.</summary>
    NotReported = 0,

    /// <summary>Published as N, or with SDMX observation status M: a value cannot exist.</summary>
    NotApplicable = 1,

    /// <summary>Empty with SDMX observation status Q: withheld, for example for confidentiality.</summary>
    Suppressed = 2,

    /// <summary>Published as a bound, for example &lt;2.5 or &gt;95.</summary>
    Bounded = 3,
}
