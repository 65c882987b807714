using System.Collections.Concurrent;
using System.Text;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>
/// Writes observations of one answer as bytes, without making views: what rows share is encoded once and copied. Rows come by series, area and key,
/// so that those are held for the last row only; attributes and periods come back, in other answers too.
/// </summary>
internal abstract class ObservationBytes(HeldBytes held)
{
    private (SeriesRef Series, int Key, PlaceBytes Bytes)? _place;
    private (string Dataset, int Number, byte[] Bytes)? _version;

    /// <summary>Writes one observation.</summary>
    public abstract void Write(AnswerBuffer to, SeriesRef series, ObservationRow row);

    protected abstract PlaceBytes EncodePlace(SeriesRef series, ObservationRow row);

    protected abstract AttributeBytes EncodeAttributes(AttributeSet set);

    protected abstract byte[] EncodeVersion(ObservationRow row);

    /// <summary>What observations with one key share.</summary>
    protected PlaceBytes PlaceOf(SeriesRef series, ObservationRow row)
    {
        if (_place is { } last && last.Key == row.Place.Key && ReferenceEquals(last.Series, series))
        {
            return last.Bytes;
        }

        var bytes = EncodePlace(series, row);
        _place = (series, row.Place.Key, bytes);
        return bytes;
    }

    protected AttributeBytes AttributesOf(AttributeSet set) =>
        held.Attributes.TryGetValue(set.Id, out var bytes) ? bytes : HeldBytes.Hold(held.Attributes, set.Id, EncodeAttributes(set));

    protected byte[] PeriodOf(int code) =>
        held.Periods.TryGetValue(code, out var bytes) ? bytes : HeldBytes.Hold(held.Periods, code, Encoding.ASCII.GetBytes(TimePeriod.FromCode(code).ToString()));

    protected byte[] VersionOf(SeriesRef series, ObservationRow row)
    {
        if (_version is { } last && last.Number == row.FromVersion && last.Dataset == series.Dataset)
        {
            return last.Bytes;
        }

        var bytes = EncodeVersion(row);
        _version = (series.Dataset, row.FromVersion, bytes);
        return bytes;
    }

    /// <summary>The pieces that observations with one key share, in their order.</summary>
    protected sealed record PlaceBytes(byte[] Start, byte[] Place, byte[] Dimensions);
}

/// <summary>The pieces that observations with one attribute set share, in their order.</summary>
internal sealed record AttributeBytes(byte[] Unit, byte[] Status, byte[] Rest);

/// <summary>What one format has encoded before: attribute sets and periods never change. When there are too many, it begins anew.</summary>
internal sealed class HeldBytes
{
    private const int Most = 10_000;

    public ConcurrentDictionary<int, AttributeBytes> Attributes { get; } = [];

    public ConcurrentDictionary<int, byte[]> Periods { get; } = [];

    public static T Hold<T>(ConcurrentDictionary<int, T> held, int number, T bytes)
    {
        if (held.Count >= Most)
        {
            held.Clear();
        }

        return held[number] = bytes;
    }
}
