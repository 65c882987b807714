namespace DataDiplomacy.Api.Catalogue.States;

/// <summary>In which states a data set is. Each is derived from what this server holds and never typed in.</summary>
public sealed record DatasetStatesView
{
    /// <summary>The data set.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary><c>public</c> or <c>private</c>; from its label and its terms.</summary>
    public required DatasetStateView Visibility { get; init; }

    /// <summary><c>shared</c>, <c>agreed</c> (an agreement is in force, nothing was transferred yet) or <c>unshared</c>; from agreements and transfers under them. Never with whom.</summary>
    public required DatasetStateView Shared { get; init; }

    /// <summary><c>used</c>, <c>unused</c> or <c>unknown</c>; from sums of reads of its data.</summary>
    public required UseStateView Use { get; init; }

    /// <summary><c>copied</c> or <c>notCopied</c>; from derivations in the graph of provenance.</summary>
    public required DatasetStateView Copied { get; init; }

    /// <summary><c>modified</c> or <c>unmodified</c>; from derivations in the graph of provenance.</summary>
    public required DatasetStateView Modified { get; init; }
}

/// <summary>A state, since when, and what it rests on.</summary>
public sealed record DatasetStateView
{
    /// <summary>The state.</summary>
    /// <example>public</example>
    public required string State { get; init; }

    /// <summary>Since when this is known to be so, UTC.</summary>
    /// <example>2026-11-30T14:00:00Z</example>
    public required DateTime Since { get; init; }

    /// <summary>What it rests on, in words.</summary>
    /// <example>Its label is public and its terms let anyone pass it on.</example>
    public required string Because { get; init; }

    /// <summary>Where to read that: an address of this server, or an IRI.</summary>
    /// <example>/v1/datasets/sdg-demo</example>
    public required string Reference { get; init; }
}

/// <summary>Whether a data set is read, how often and by which channel; never by whom.</summary>
public sealed record UseStateView
{
    /// <summary>The state over the last 365 days; <c>unknown</c> while no reads were counted here.</summary>
    /// <example>used</example>
    public required string State { get; init; }

    /// <summary>First read within 365 days where it is used; where it is not, registration or 365 days ago, whichever is later; null where it is unknown.</summary>
    /// <example>2026-11-30T14:00:00Z</example>
    public required DateTime? Since { get; init; }

    /// <summary>What it rests on, in words.</summary>
    /// <example>Reads of its data are counted as sums by day and channel, and never by whom.</example>
    public required string Because { get; init; }

    /// <summary>Where that comes from.</summary>
    /// <example>/v1/datasets/sdg-demo/uses</example>
    public required string Reference { get; init; }

    /// <summary>Reads by channel on days that are over, rounded down to multiples of five. Null where none were counted yet.</summary>
    public required IReadOnlyList<ChannelReadsView>? Channels { get; init; }
}

/// <summary>Reads by one channel.</summary>
public sealed record ChannelReadsView
{
    /// <summary>A channel of its uses: <c>api</c>, <c>download</c>, <c>graphql</c>, <c>embed</c>, <c>sdmx</c>.</summary>
    /// <example>api</example>
    public required string Channel { get; init; }

    /// <summary>Reads in the last 30 days.</summary>
    /// <example>5</example>
    public required long Last30Days { get; init; }

    /// <summary>Reads in the last 365 days.</summary>
    /// <example>10</example>
    public required long Last365Days { get; init; }
}
