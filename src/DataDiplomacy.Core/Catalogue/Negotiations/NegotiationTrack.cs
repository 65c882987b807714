using System.Text.Json.Serialization;

namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>On which track a negotiation is held.</summary>
public enum NegotiationTrack
{
    /// <summary>Track I: between states and their institutions.</summary>
    [JsonStringEnumMemberName("I")]
    I,

    /// <summary>Track II: between others than officials, in the sense of diplomacy.</summary>
    [JsonStringEnumMemberName("II")]
    II,

    /// <summary>Between institutions of science.</summary>
    [JsonStringEnumMemberName("science")]
    Science,

    /// <summary>Between companies, or with one.</summary>
    [JsonStringEnumMemberName("commercial")]
    Commercial
}
