using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Progress;

/// <summary>Imports series and their targets, and asks for progress.</summary>
public abstract class ProgressAsk(ApiFixture api) : ApiTests(api)
{
    protected async Task<string> SeriesAsync(IReadOnlyList<(int Year, double Value)> values, string? target)
    {
        var dataset = await Given.DatasetAsync();
        var series = "TOY_" + dataset.Replace('-', '_').ToUpperInvariant();
        var rows = values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{series},404,{v.Year},{v.Value}"));
        await Given.ImportAsync(dataset, $"SeriesCode,GeoAreaCode,TimePeriod,Value\n{string.Join('\n', rows)}\n");
        if (target is not null)
        {
            await SetTargetAsync(series, target);
        }

        return series;
    }

    protected async Task SetTargetAsync(string series, string target)
    {
        var set = await Admin.PutAsync(new Uri($"/v1/sdg/targets/{series}", UriKind.Relative), JsonContent.Create(JsonElement.Parse(target)), Stop);
        set.StatusCode.ShouldBe(HttpStatusCode.OK, await set.Content.ReadAsStringAsync(Stop));
    }

    protected Task<JsonElement> GetAsync(string query, string? area = "404") =>
        Anonymous.GetJsonAsync($"/v1/sdg/progress?{(area is null ? "" : $"area={area}&")}{query}");

    protected async Task<Dictionary<string, JsonElement>> ItemsAsync(string query) =>
        (await GetAsync(query)).GetProperty("items").EnumerateArray().ToDictionary(i => Text(i, "method"));

    protected static string Text(JsonElement element, string name) => element.GetProperty(name).ToString();

    protected static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    protected static double Input(JsonElement element, string name) => element.GetProperty("inputs").GetProperty(name).GetDouble();
}
