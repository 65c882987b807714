using System.Globalization;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Checks;
using DataDiplomacy.Core.Evidence.Custody;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Distance;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>Place and time of a satellite scene, as its STAC item says them, against what is claimed.</summary>
public sealed class StacCheck : IRecordCheck
{
    private const string Limits = "Rests on what the item says of the scene; the scene itself was not opened, and clouds or resolution may hide what is claimed.";

    public IReadOnlyList<CheckDescription> Checks { get; } = [Describe(CheckCode.StacFootprint), Describe(CheckCode.StacTime)];

    public long? MostBytes => 64 * 1024 * 1024;

    public async Task<IReadOnlyList<CheckFinding>> RunAsync(CheckedRecord record, CancellationToken cancellationToken)
    {
        using var document = JsonContent.ReadObject(await record.ReadAsync(cancellationToken));
        var findings = document?.RootElement is { } item && JsonContent.Text(item, "stac_version") is not null && JsonContent.Text(item, "type") == "Feature"
            ? [Footprint(record, item), Time(record, item)]
            : Checks.Select(c => new CheckFinding(c.Code, CheckOutcome.NotApplicable, "The content is no STAC item (a JSON object of the type Feature with stac_version).")).ToArray();
        return [.. findings.Select(f => f with { Inputs = [record.Content], Reproduce = record.GetContent + "; jq '.geometry, .properties.datetime, .properties.start_datetime, .properties.end_datetime' FILE" })];
    }

    private static CheckFinding Footprint(CheckedRecord record, JsonElement item)
    {
        if (JsonContent.Member(item, "geometry") is not { } json || GeoJsonGeometry.Read(json) is not { IsEmpty: false, IsValid: true } footprint)
        {
            return new CheckFinding(CheckCode.StacFootprint, CheckOutcome.Inconclusive, "The item has no footprint, or its geometry is not valid (RFC 7946; OGC 06-103r4, 6.1).");
        }

        if (record.Detail.ClaimedPlace is not { } claimed)
        {
            return new CheckFinding(CheckCode.StacFootprint, CheckOutcome.NotApplicable, "The record claims no place against which the footprint could be held.");
        }

        var place = footprint.Factory.CreatePoint(new Coordinate(claimed.Longitude, claimed.Latitude));
        var covers = footprint.Covers(place);
        var nearest = DistanceOp.NearestPoints(footprint, place)[0];
        var metres = covers ? "0" : GreatCircle.Metres(nearest.Y, nearest.X, claimed.Latitude, claimed.Longitude).ToString("F0", CultureInfo.InvariantCulture);
        return new CheckFinding(CheckCode.StacFootprint, covers ? CheckOutcome.Pass : CheckOutcome.Fail,
            covers ? "The footprint contains the claimed place." : $"The claimed place is about {metres} m outside the footprint.")
        {
            Measured = [new() { Name = "distanceToFootprint", Value = metres, Unit = "m" }],
        };
    }

    private static CheckFinding Time(CheckedRecord record, JsonElement item)
    {
        if (JsonContent.Member(item, "properties") is not { ValueKind: JsonValueKind.Object } properties || TakenAt(properties) is not { } taken)
        {
            return new CheckFinding(CheckCode.StacTime, CheckOutcome.Inconclusive, "The item does not say when the scene was taken (datetime, or start_datetime and end_datetime).");
        }

        var finding = record.HoldTime(CheckCode.StacTime, taken, "The acquisition");
        return finding with { Measured = [new() { Name = "acquired", Value = CheckedRecord.Text(taken) }, .. finding.Measured] };
    }

    private static InstantRange? TakenAt(JsonElement properties)
    {
        if (JsonContent.Instant(properties, "start_datetime") is { } from && JsonContent.Instant(properties, "end_datetime") is { } until)
        {
            return from <= until ? new InstantRange(from, until) : null;
        }

        return JsonContent.Instant(properties, "datetime") is { } at ? InstantRange.At(at) : null;
    }

    private static CheckDescription Describe(CheckCode code) => new()
    {
        Code = code,
        Group = CheckGroup.Content,
        Method = "STAC Item Specification",
        MethodVersion = "1.1.0",
        Tool = CheckTools.Of(typeof(Geometry)),
        Limits = Limits,
        Kinds = [EvidenceKind.SatelliteScene, EvidenceKind.Geospatial],
    };
}
