using System.Globalization;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>What a scan may cost: keys cost memory, pairs of values cost work.</summary>
internal sealed class ScanBudget(int mostKeys, long mostPairs)
{
    private long _pairs;

    /// <summary>Number of keys so far.</summary>
    public int Keys { get; private set; }

    /// <summary>Counts some whole keys before they are worked on.</summary>
    /// <exception cref="ProblemException">There are more than the budget has.</exception>
    public void Spend(IReadOnlyList<StoredPoint> points)
    {
        var start = 0;
        while (start < points.Count)
        {
            var end = ScannedTrend.EndOfKey(points, start);
            var n = (long)end - start;
            Keys++;
            // What is too long for a trend is not assessed and costs nothing.
            _pairs += n > TheilSen.MaxPoints ? 0 : n * (n - 1) / 2;
            start = end;
        }

        if (Keys > mostKeys)
        {
            throw new ProblemException(Problems.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"There are more than {mostKeys} keys; choose fewer by series=, area=, group=, dim.ID= or headline=true."));
        }

        if (_pairs > mostPairs)
        {
            throw new ProblemException(Problems.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"There are more than {mostPairs} pairs of values to compare; choose fewer keys by series=, area= or group=, or a shorter time by from= and to=."));
        }
    }
}
