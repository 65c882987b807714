using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>Reports as they are signed and shown.</summary>
public static class VerificationFormats
{
    /// <summary>The body of the statement: the report without what the statement itself says.</summary>
    public static JsonObject ToBody(VerificationReport report) =>
        JsonSerializer.SerializeToNode(report, WireJson.Options)?.AsObject() ?? throw new InvalidOperationException("A report is an object.");

    /// <summary>A report as it is shown: everything is read from what was signed.</summary>
    public static VerificationView ToView(OpenedStatement opened)
    {
        var statement = opened.Statement;
        var report = statement.Body.Deserialize<VerificationReport>(WireJson.Options) ?? throw new FormatException("The statement has no report.");
        return new VerificationView
        {
            Id = statement.Id,
            RecordId = statement.Record,
            Profile = report.Profile,
            At = Instants.TryParse(statement.At, out var at) ? at : throw new FormatException("The statement says no instant."),
            Actor = statement.Actor,
            Sha256 = report.Sha256,
            TimeToleranceMinutes = report.TimeToleranceMinutes,
            PlaceToleranceMetres = report.PlaceToleranceMetres,
            Checks = report.Checks,
            NotChecked = report.NotChecked,
            Supersedes = statement.About,
            LogIndex = opened.LogIndex,
            Entry = opened.Entry,
            Envelope = ElementOf(opened.Bytes),
            Disclosure = ElementOf(opened.Disclosure.ToJson()),
        };
    }

    private static JsonElement ElementOf(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
