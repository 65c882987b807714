using System.Data.Common;

namespace DataDiplomacy.Api.Data.Readers;

/// <summary>An observation as an analysis of many series reads it: where, when and how much; the rest is a number.</summary>
/// <param name="Area">Number of the area.</param>
/// <param name="Key">Number of the series key.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="Attributes">Number of the attribute set.</param>
/// <param name="Value">The value; null where there is no number.</param>
public readonly record struct StoredPoint(int Area, int Key, int Period, int Attributes, double? Value)
{
    /// <summary>What is read of it, o being the observation.</summary>
    internal const string Columns = "o.area_id, o.key_id, o.period, o.attributes_id, o.value";

    internal static StoredPoint Read(DbDataReader r) =>
        new(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.IsDBNull(4) ? null : r.GetDouble(4));
}
