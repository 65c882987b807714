using System.Text.Json;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Forecasts;
using DataDiplomacy.Api.Observations.Progress;
using DataDiplomacy.Api.Observations.Trends;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Catalogue.Interpretations;

/// <summary>Asks for a computed answer again, so that what an agent speaks of is recorded as it was.</summary>
public sealed class MachineOutputQueries(TrendQueries trends, ForecastQueries forecasts, ProgressQueries progress)
{
    private const int MaxOutputBytes = 200_000;
    private const int MaxAddress = 2_000;

    /// <summary>The one answer that the request names.</summary>
    /// <exception cref="ProblemException">It names none, or several, or the request is not valid.</exception>
    internal async Task<MachineOutput> ReadAsync(InterpretationTargetKind kind, string request, CancellationToken cancellationToken)
    {
        var named = MachineRequest.Read(kind, request);
        var output = kind switch
        {
            InterpretationTargetKind.Trend => await TrendAsync(named, cancellationToken),
            InterpretationTargetKind.Forecast => await ForecastAsync(named, cancellationToken),
            _ => await ProgressAsync(named, cancellationToken),
        };
        if (output.Request.Length > MaxAddress) throw MachineRequest.Invalid($"The address of the answer has more than {MaxAddress} characters. Name it by fewer parameters.");
        return output.Json.Length <= MaxOutputBytes ? output : throw MachineRequest.Invalid($"The answer has more than {MaxOutputBytes} bytes. Ask for less: fewer models, a shorter horizon.");
    }

    private async Task<MachineOutput> TrendAsync(MachineRequest named, CancellationToken cancellationToken)
    {
        var found = await trends.FindAsync(new GetTrends
        {
            Series = named.Texts("series"),
            Area = named.Texts("area"),
            Dataset = named.Text("dataset"),
            From = named.Text("from"),
            To = named.Text("to"),
            AsOf = named.Text("asOf"),
            Dimensions = named.Dimensions(),
            Headline = named.Flag("headline"),
            Confidence = named.Number("confidence"),
        }, cancellationToken) ?? throw MachineRequest.Invalid($"There is no series '{named.Text("series")}' in that state that you may see. GET /v1/series lists them.");
        var trend = Only(found.One is { } one ? [one] : found.Items, "one area by area=CODE");
        return new MachineOutput(named.Pinned(trend.AsOf), trend.Dataset, trend.DatasetVersion, trend.Series, trend.Area, trend.AsOf, trend.Verdict, Json(trend)) { From = trend.From, To = trend.To };
    }

    private async Task<MachineOutput> ForecastAsync(MachineRequest named, CancellationToken cancellationToken)
    {
        var found = await forecasts.FindAsync(new GetForecasts
        {
            Series = named.Texts("series"),
            Area = named.Texts("area"),
            Dataset = named.Text("dataset"),
            From = named.Text("from"),
            To = named.Text("to"),
            AsOf = named.Text("asOf"),
            Dimensions = named.Dimensions(),
            Headline = named.Flag("headline"),
            Horizon = named.Count("horizon"),
            Target = named.Number("target"),
            TargetDirection = named.Text("targetDirection"),
            Models = named.Texts("models"),
            Scale = named.Text("scale"),
        }, WireFormat.Json, cancellationToken);
        var forecast = Only(found.Items, "one series and one area");
        return new MachineOutput(named.Pinned(forecast.AsOf), forecast.Dataset, forecast.DatasetVersion, forecast.Series, forecast.Area, forecast.AsOf, forecast.Verdict, Json(forecast)) { From = forecast.From, To = forecast.To };
    }

    private async Task<MachineOutput> ProgressAsync(MachineRequest named, CancellationToken cancellationToken)
    {
        var found = await progress.FindAsync(new GetProgress
        {
            Area = named.Texts("area"),
            Indicator = named.Texts("indicator"),
            Goal = named.Texts("goal"),
            Series = named.Texts("series"),
            Dataset = named.Text("dataset"),
            Methods = named.Texts("methods"),
            AsOf = named.Text("asOf"),
            From = named.Text("from"),
            To = named.Text("to"),
            Dimensions = named.Dimensions(),
            Headline = named.Flag("headline"),
            ApiBase = named.Text("apiBase"),
            ZeroReplacement = named.Number("zeroReplacement"),
        }, WireFormat.Json, cancellationToken);
        var one = Only(found.Items, "one series and one method by series=CODE&methods=METHOD");
        return new MachineOutput(named.Pinned(found.AsOf), one.Dataset, one.DatasetVersion, one.Series, one.Area, found.AsOf, $"{one.Class}: {one.Label}", Json(one));
    }

    private static T Only<T>(IReadOnlyList<T> items, string what) => items.Count == 1 ? items[0]
        : throw MachineRequest.Invalid($"The request has {items.Count} answers; an interpretation is about exactly one. Name {what}.");

    private static string Json<T>(T view) => JsonSerializer.Serialize(view, WireJson.Options);
}

/// <summary>A computed answer as it was.</summary>
/// <param name="Request">Path and query that give it again.</param>
/// <param name="Dataset">The data set that it rests on.</param>
/// <param name="Version">Number of the version.</param>
/// <param name="Series">Code of the series.</param>
/// <param name="Area">Code of the area.</param>
/// <param name="AsOf">The state of the data, UTC.</param>
/// <param name="Verdict">What it says, in words.</param>
/// <param name="Json">All that it says.</param>
internal sealed record MachineOutput(string Request, string Dataset, int Version, string Series, string Area, DateTime AsOf, string Verdict, string Json)
{
    /// <summary>First period that was looked at; null where it does not say.</summary>
    public string? From { get; init; }

    /// <summary>Last period that was looked at; null where it does not say.</summary>
    public string? To { get; init; }
}
