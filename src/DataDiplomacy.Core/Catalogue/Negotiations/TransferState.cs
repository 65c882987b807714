using System.Text.Json.Serialization;

namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>Where a transfer stands (Dataspace Protocol 2025-1, Transfer Process Protocol, States).</summary>
public enum TransferState
{
    /// <summary>The consumer asked for the data.</summary>
    [JsonStringEnumMemberName("REQUESTED")]
    Requested,

    /// <summary>The data can be fetched or are being sent.</summary>
    [JsonStringEnumMemberName("STARTED")]
    Started,

    /// <summary>One side let it rest.</summary>
    [JsonStringEnumMemberName("SUSPENDED")]
    Suspended,

    /// <summary>All data were handed over; nothing follows.</summary>
    [JsonStringEnumMemberName("COMPLETED")]
    Completed,

    /// <summary>One side ended it before its time; nothing follows.</summary>
    [JsonStringEnumMemberName("TERMINATED")]
    Terminated
}
