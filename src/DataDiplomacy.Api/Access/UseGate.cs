using DataDiplomacy.Api.Catalogue.Uses;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Access;

/// <summary>
/// Counts answers that rest on data, as sums by data set, version, day, channel, declared purpose and kind of caller; nothing that tells one caller from
/// another is kept. A 304 is no new use: whoever asks has the answer already.
/// </summary>
public sealed class UseGate(RequestDelegate next, UseTally tally)
{
    private static readonly Dictionary<string, UsePurpose> Purposes = Enum.GetValues<UsePurpose>().ToDictionary(WireNames.Of, StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext http, CurrentCaller current, DeclaredPurpose purpose, AuditNote note, TimeProvider time)
    {
        await next(http);
        if (http.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status206PartialContent) || note.Route is not { } route || note.IsWrite) return;
        if (note.Read is not { Count: > 0 } datasets) return;
        var caller = current.Caller.Role is null ? UseCallerKind.Anonymous : UseCallerKind.Key;
        tally.Add(datasets, new UseKey("", VersionOf(http.Request), AsOf(http.Request), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), ChannelOf(route, http.Response), PurposeOf(purpose.Value), caller));
    }

    /// <summary>Policies may name any purpose: what is none of the sums is counted as another.</summary>
    private static UsePurpose PurposeOf(string? declared) => declared is null ? UsePurpose.Undeclared : Purposes.GetValueOrDefault(declared, UsePurpose.Other);

    private static UseChannel ChannelOf(string route, HttpResponse response) =>
        route.StartsWith("/graphql", StringComparison.Ordinal) ? UseChannel.Graphql
        : route.StartsWith("/sdmx", StringComparison.Ordinal) ? UseChannel.Sdmx
        : response.ContentType is not { } type ? UseChannel.Api
        : type.StartsWith("image/", StringComparison.Ordinal) ? UseChannel.Embed
        : type.StartsWith("text/csv", StringComparison.Ordinal) || type.StartsWith("application/x-ndjson", StringComparison.Ordinal) ? UseChannel.Download
        : UseChannel.Api;

    /// <summary>The later of two versions that are compared; null where the address names none.</summary>
    private static int? VersionOf(HttpRequest request) =>
        int.TryParse(request.RouteValues["b"] as string, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTime? AsOf(HttpRequest request) => Instants.TryParse(request.Query["asOf"].ToString(), out var instant) ? instant : null;
}
