namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>What a picture of alarms shows.</summary>
public sealed record AlarmPictureInput
{
    /// <summary>Title, such as the name of the series; long ones are wrapped and then shortened.</summary>
    public required string Title { get; init; }

    /// <summary>Second line, such as the name of the area; may be empty.</summary>
    public required string Subtitle { get; init; }

    /// <summary>Unit of the values, printed above the vertical axis.</summary>
    public required string UnitLabel { get; init; }

    /// <summary>Source of the data, printed at the bottom.</summary>
    public required string Source { get; init; }

    /// <summary>Date or instant of the state of knowledge, printed as <c>As known on …</c>.</summary>
    public required string AsOf { get; init; }

    /// <summary>What can be concluded, with the number of false alarms that are expected.</summary>
    public required string Verdict { get; init; }

    /// <summary>What must be known besides.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The bins in their order.</summary>
    public required IReadOnlyList<AlarmPictureBin> Bins { get; init; }

    /// <summary>Method whose expected values and limits are drawn; null where there are none.</summary>
    public required string? LinesOf { get; init; }

    /// <summary>The alarms, in any order.</summary>
    public required IReadOnlyList<AlarmPictureMark> Alarms { get; init; }
}

/// <summary>One bin of a picture.</summary>
/// <param name="Label">Its period, such as <c>2020-M03</c>.</param>
/// <param name="Observed">Value; null where it is missing.</param>
/// <param name="Expected">Value that the method expects; null where it was not judged.</param>
/// <param name="Upper">Upper limit; null as that.</param>
/// <param name="Lower">Lower limit; null as that, or without one.</param>
public sealed record AlarmPictureBin(string Label, double? Observed, double? Expected, double? Upper, double? Lower);

/// <summary>An alarm in a picture.</summary>
/// <param name="Index">Position of the bin, from 0 on.</param>
/// <param name="Method">The method that raised it.</param>
public sealed record AlarmPictureMark(int Index, string Method);
