using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics;

/// <summary>One published method: what is said about it, and how it runs on JSON.</summary>
internal interface IPublishedMethod
{
    /// <summary>What is published about the method.</summary>
    StatisticalMethod Description { get; }

    /// <summary>
    /// Reads inputs and settings, runs the method, and names the figures as <see cref="StatisticalMethod.Outputs"/> does.
    /// Null after a fault of the input, which <paramref name="json"/> keeps.
    /// </summary>
    JsonObject? Run(StatisticalJson json, List<string> warnings);
}
