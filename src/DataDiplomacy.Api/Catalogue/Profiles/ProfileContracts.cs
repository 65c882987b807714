using System.Text.Json;
using DataDiplomacy.Core.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Profiles;

/// <summary>Reads the profile of a version.</summary>
public sealed record GetProfile
{
    /// <summary>Number of the version, from 1. Default: the newest.</summary>
    /// <example>2</example>
    [FromQuery] public int? Version { get; init; }
}

/// <summary>The four Vs of a version, all of them measured from the data, and beside them what its publisher declared.</summary>
public sealed record ProfileView
{
    /// <summary>The data set.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Number of the version.</summary>
    /// <example>2</example>
    public required int Version { get; init; }

    /// <summary>When it was measured, UTC: once for each version, when it was first asked for.</summary>
    /// <example>2026-11-30T14:30:00Z</example>
    public required DateTime ComputedAt { get; init; }

    /// <summary>Number of the method: what is measured, and how.</summary>
    /// <example>1</example>
    public required int Method { get; init; }

    /// <summary>How much there is.</summary>
    public required VolumeView Volume { get; init; }

    /// <summary>How fast it comes.</summary>
    public required VelocityView Velocity { get; init; }

    /// <summary>How many kinds there are.</summary>
    public required VarietyView Variety { get; init; }

    /// <summary>How far to believe it.</summary>
    public required VeracityView Veracity { get; init; }

    /// <summary>Who and what has no voice in it.</summary>
    public required NotHeardView NotHeard { get; init; }

    /// <summary>What the publisher declared, as it stands now: claims, not measurements.</summary>
    public required DeclaredView Declared { get; init; }
}

/// <summary>How much there is.</summary>
public sealed record VolumeView
{
    /// <summary>Observations of the version, missing ones among them.</summary>
    /// <example>843</example>
    public required long Rows { get; init; }

    /// <summary>Observations with a number.</summary>
    /// <example>812</example>
    public required long Values { get; init; }

    /// <summary>Size of the file from which the version was made, bytes.</summary>
    /// <example>169830</example>
    public required long Bytes { get; init; }

    /// <summary>Series.</summary>
    /// <example>5</example>
    public required int Series { get; init; }

    /// <summary>Areas and aggregates.</summary>
    /// <example>12</example>
    public required int Areas { get; init; }

    /// <summary>Time series: combinations of series, area and dimensions.</summary>
    /// <example>61</example>
    public required int Keys { get; init; }
}

/// <summary>How fast it comes.</summary>
public sealed record VelocityView
{
    /// <summary>Median time between the versions up to this one, days; null with one version.</summary>
    /// <example>571</example>
    public required double? MedianIntervalDays { get; init; }

    /// <summary>How late the newest value of each time series was known: days from the last day of its period to the recording of the version that brought it; negative for what lies ahead.</summary>
    public required LatenessView Lateness { get; init; }

    /// <summary>The last period with a value; null without any value.</summary>
    /// <example>2019</example>
    public required string? LastPeriod { get; init; }

    /// <summary>Days from the last day of <c>lastPeriod</c> to the recording of the version; null without any value.</summary>
    /// <example>293</example>
    public required int? AgeDays { get; init; }

    /// <summary>Why figures are null; null when none is.</summary>
    /// <example>There is one version: nothing lies between.</example>
    public required string? Reason { get; init; }
}

/// <summary>How late values are known.</summary>
public sealed record LatenessView
{
    /// <summary>Median, days; null without any value.</summary>
    /// <example>658</example>
    public required double? MedianDays { get; init; }

    /// <summary>95th percentile, days; null without any value.</summary>
    /// <example>1389</example>
    public required double? P95Days { get; init; }

    /// <summary>Time series that have a value.</summary>
    /// <example>61</example>
    public required int Keys { get; init; }
}

/// <summary>How many kinds there are.</summary>
public sealed record VarietyView
{
    /// <summary>Dimensions beside series, area and period, by their identifiers.</summary>
    public required IReadOnlyList<ProfileCountView> Dimensions { get; init; }

    /// <summary>Units as published, with their observations.</summary>
    public required IReadOnlyList<ProfileCountView> Units { get; init; }

    /// <summary>Lengths of periods: <c>annual</c>, <c>semester</c>, <c>quarter</c>, <c>month</c>, <c>week</c>, <c>day</c>, with their observations.</summary>
    public required IReadOnlyList<ProfileCountView> Frequencies { get; init; }

    /// <summary>Natures of the data points as published, such as <c>C</c> country data, <c>E</c> estimated, with their observations.</summary>
    public required IReadOnlyList<ProfileCountView> Natures { get; init; }

    /// <summary>Observations for which no nature was published.</summary>
    /// <example>0</example>
    public required long WithoutNature { get; init; }

    /// <summary>Languages of the texts from which the data were made (BCP 47), as declared; null where the source is no text.</summary>
    public required IReadOnlyList<string>? Languages { get; init; }
}

/// <summary>A code and how often it occurs.</summary>
public sealed record ProfileCountView
{
    /// <summary>The code.</summary>
    /// <example>SEX</example>
    public required string Code { get; init; }

    /// <summary>Number of observations; of a dimension its codes.</summary>
    /// <example>3</example>
    public required long Count { get; init; }
}

/// <summary>Who and what has no voice in the data.</summary>
public sealed record NotHeardView
{
    /// <summary>Countries and areas of the world (M49) without any value; the list has at most 50.</summary>
    public required UnheardAreasView World { get; init; }

    /// <summary>The same within each group of which some member has a value, the worst first.</summary>
    public required IReadOnlyList<UnheardAreasView> Groups { get; init; }

    /// <summary>Breakdowns that A/RES/71/313 asks for where relevant and of which no series has a part: income, sex, age, race and ethnicity, migratory status, disability, geographic location.</summary>
    public required IReadOnlyList<string> Breakdowns { get; init; }
}

/// <summary>Areas without any value.</summary>
public sealed record UnheardAreasView
{
    /// <summary>Code of the group; <c>1</c> for the world.</summary>
    /// <example>LDC</example>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    /// <example>Least developed countries</example>
    public required string Name { get; init; }

    /// <summary>Number of its countries and areas.</summary>
    /// <example>46</example>
    public required int Members { get; init; }

    /// <summary>Number of these without any value.</summary>
    /// <example>12</example>
    public required int WithoutValue { get; init; }

    /// <summary>M49 codes of these, ascending, at most 50.</summary>
    public required IReadOnlyList<string> Areas { get; init; }
}

/// <summary>What the publisher declared.</summary>
public sealed record DeclaredView
{
    /// <summary>The organisation that publishes it; null when unknown.</summary>
    /// <example>United Nations Statistics Division</example>
    public required string? Publisher { get; init; }

    /// <summary>The kind of source.</summary>
    public required SourceKind SourceKind { get; init; }

    /// <summary>The licence or the terms of use.</summary>
    /// <example>CC-BY-4.0</example>
    public required string Licence { get; init; }

    /// <summary>What it holds and how it was made; null when nobody said.</summary>
    /// <example>Five series in two vintages.</example>
    public required string? Description { get; init; }

    /// <summary>What is said of the source by its kind, as it was sent; null when nobody said.</summary>
    /// <example>{"custodian":"World Health Organization","method":"Household surveys"}</example>
    public required JsonElement? SourceDetails { get; init; }

    /// <summary>Why the version was made; null when nobody said.</summary>
    /// <example>Release 2019.Q1.G.01</example>
    public required string? ChangeNote { get; init; }
}

/// <summary>What was measured, as it is kept.</summary>
internal sealed record ProfileFigures
{
    public required VolumeView Volume { get; init; }

    public required VelocityView Velocity { get; init; }

    public required VarietyView Variety { get; init; }

    public required VeracityView Veracity { get; init; }

    public required NotHeardView NotHeard { get; init; }
}
