namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>How a count becomes a standard deviate in a CUSUM.</summary>
public enum CountTransformation
{
    /// <summary>(x - m)/sqrt(m).</summary>
    Standard,

    /// <summary>(x - 3m + 2 sqrt(x m))/(2 sqrt(m)), nearer to normal for small counts (Rossi et al. 1999).</summary>
    Rossi,

    /// <summary>1.5 (x^(2/3) - m^(2/3))/m^(1/6).</summary>
    Anscombe
}
