using System.Xml.Linq;
using DataDiplomacy.Core.Statistics.Forecasts;
using DataDiplomacy.Core.Statistics.Pictures;

namespace DataDiplomacy.Core.Tests.Statistics.Pictures;

public sealed class ForecastPictureTests
{
    private static readonly double[] Sixteen = [61.2, 62, 63.1, 63.9, 65.2, 66, 66.4, 67.5, 68.1, 68.9, 69.2, 70.1, 70.3, 70.9, 71.6, 71.8];

    [Fact]
    public void Shows_every_model_the_range_the_target_and_the_words()
    {
        var svg = XDocument.Parse(ForecastPicture.Draw(Input(Sixteen, 6, 75)));

        var texts = svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();
        texts.ShouldContain("target: at least 75 by 2021");
        foreach (var name in new[] { "observed", "naive", "drift", "simple smoothing", "Holt", "damped trend", "Percent", "As known on 2026-11-30" }) texts.ShouldContain(name);
        string.Join(' ', texts).ShouldContain("between <1 % and 86 %: the models disagree");
        // One line in the legend and one in the fan for each model, each with dashes of its own.
        var dashes = svg.Descendants().Select(e => e.Attribute("stroke-dasharray")?.Value).OfType<string>().ToList();
        dashes.Count.ShouldBe(10);
        dashes.Distinct().Count().ShouldBe(5);
        svg.Descendants().Count(e => e.Name.LocalName == "circle").ShouldBe(17);
    }

    [Fact]
    public void Draws_the_same_text_again() =>
        ForecastPicture.Draw(Input(Sixteen, 6, 75)).ShouldBe(ForecastPicture.Draw(Input(Sixteen, 6, 75)));

    [Theory]
    [InlineData(new double[0], null)]
    [InlineData(new double[] { 5 }, 6.0)]
    [InlineData(new double[] { 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5 }, null)]
    [InlineData(new double[] { 1, 2, 4, 8 }, 1e12)]
    [InlineData(new double[] { 1e300, 2e300, 1.5e300, 1e300 }, 0.0)]
    [InlineData(new double[] { 5e-324, 0, 5e-324, 0 }, 1.0)]
    public void Stays_readable_at_the_extremes(double[] values, double? target)
    {
        var text = ForecastPicture.Draw(Input(values, 4, target));

        XDocument.Parse(text).Root.ShouldNotBeNull();
        text.ShouldNotContain("NaN");
        text.ShouldNotContain("Infinity");
        text.ShouldNotContain("∞");
    }

    private static ForecastPictureInput Input(double[] values, int horizon, double? target)
    {
        string[] ahead = [.. Enumerable.Range(0, horizon).Select(h => $"{2000 + values.Length + h}")];
        var forecast = ForecastBundle.Of([.. values.Select(v => (double?)v)], new ForecastQuestion { Horizon = horizon, Target = target, Periods = ahead });
        return new ForecastPictureInput
        {
            Title = "A series <of> a test",
            Subtitle = "Kenya",
            UnitLabel = "Percent",
            Source = "A source",
            AsOf = "2026-11-30",
            Points = [.. values.Select((v, i) => new TrendPicturePoint($"{2000 + i}", 2000 + i, v))],
            Ahead = forecast.Defined ? [.. ahead.Select((label, h) => new TrendPicturePoint(label, 2000 + values.Length + h, null))] : [],
            Forecast = forecast,
            TargetLabel = target is null ? null : $"target: at least {target} by {ahead[^1]}",
            Verdict = forecast.Verdict,
            Warnings = forecast.Warnings
        };
    }
}
