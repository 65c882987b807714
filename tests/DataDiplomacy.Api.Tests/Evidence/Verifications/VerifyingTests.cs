using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using DataDiplomacy.Api.Evidence.Verifications;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Evidence.Verifications;

/// <summary>Takes contents in and runs checks on them, through the door.</summary>
public abstract class VerifyingTests(ApiFixture api) : ApiTests(api)
{
    protected static readonly object Everything = new { profile = "default" };

    /// <summary>A record with this content; its id.</summary>
    protected async Task<string> TakeInAsync(object record, byte[] content, string mediaType)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        using var form = new MultipartFormDataContent { { System.Net.Http.Json.JsonContent.Create(record), "record" }, { file, "content", "content" } };
        var response = await Admin.PostAsync("/v1/evidence", form, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Stop));
        return (await response.ReadAsync<AddedEvidence>()).Id;
    }

    protected Task<HttpResponseMessage> AskAsync(string record, object request, HttpClient? by = null) => (by ?? Admin).PostAsJsonAsync($"/v1/evidence/{record}/verifications", request, Stop);

    /// <summary>The report of these checks.</summary>
    protected async Task<VerificationView> VerifyAsync(string record, object request)
    {
        var response = await AskAsync(record, request);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Stop));
        return await response.ReadAsync<VerificationView>();
    }

    protected async Task<CheckView> CheckAsync(string record, CheckCode code, object? request = null) =>
        Of(await VerifyAsync(record, request ?? Everything), code);

    protected static CheckView Of(VerificationView report, CheckCode code) => report.Checks.Single(c => c.Code == code);

    protected static string? Measured(CheckView check, string name) => check.Measured.SingleOrDefault(m => m.Name == name)?.Value;
}
