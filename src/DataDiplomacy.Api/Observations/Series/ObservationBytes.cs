using System.Text;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>
/// Writes observations of one answer as bytes, without making views: what rows share is encoded once and copied. Rows come by series, area and key,
/// so that those are held for the last row only; attributes, periods and versions come back.
/// </summary>
internal abstract class ObservationBytes
{
    private const int MostHeld = 2_000;

    private readonly Dictionary<int, AttributeBytes> _attributes = [];
    private readonly Dictionary<int, byte[]> _periods = [];
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
        if (_place is { } held && held.Key == row.Place.Key && ReferenceEquals(held.Series, series))
        {
            return held.Bytes;
        }

        var bytes = EncodePlace(series, row);
        _place = (series, row.Place.Key, bytes);
        return bytes;
    }

    protected AttributeBytes AttributesOf(AttributeSet set) =>
        _attributes.TryGetValue(set.Id, out var held) ? held : Hold(_attributes, set.Id, EncodeAttributes(set));

    protected byte[] PeriodOf(int code) =>
        _periods.TryGetValue(code, out var held) ? held : Hold(_periods, code, Encoding.ASCII.GetBytes(TimePeriod.FromCode(code).ToString()));

    protected byte[] VersionOf(SeriesRef series, ObservationRow row)
    {
        if (_version is { } held && held.Number == row.FromVersion && held.Dataset == series.Dataset)
        {
            return held.Bytes;
        }

        var bytes = EncodeVersion(row);
        _version = (series.Dataset, row.FromVersion, bytes);
        return bytes;
    }

    private static T Hold<T>(Dictionary<int, T> held, int number, T bytes)
    {
        if (held.Count == MostHeld)
        {
            held.Clear();
        }

        return held[number] = bytes;
    }

    /// <summary>The pieces that observations with one key share, in their order.</summary>
    protected sealed record PlaceBytes(byte[] Start, byte[] Place, byte[] Dimensions);

    /// <summary>The pieces that observations with one attribute set share, in their order.</summary>
    protected sealed record AttributeBytes(byte[] Unit, byte[] Status, byte[] Rest);
}
