using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Dataspace;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>How all doors for messages of the Dataspace Protocol 2025-1 read one.</summary>
internal static class DataspaceMessages
{
    private const int LongestPid = 600;

    /// <summary>Reads a message of any kind.</summary>
    /// <exception cref="ProblemException">It is none, or its names cannot be stored.</exception>
    public static DataspaceDocument Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            var message = DataspaceJson.ReadAny(json);
            RefuseOddNames(message);
            return message;
        }
        catch (DataspaceFormatException e)
        {
            throw new ProblemException(Problems.InvalidRequest, $"The body is no message of the Dataspace Protocol 2025-1: {e.Violations[0]}.")
            {
                Errors = e.Violations.GroupBy(v => v.Path.Length == 0 ? "body" : v.Path).ToDictionary(g => g.Key, g => g.Select(v => v.ToString()).ToArray()),
            };
        }
    }

    public static (string? Provider, string? Consumer) PidsOf(DataspaceDocument message) => message switch
    {
        ContractRequestMessage m => (m.ProviderPid, m.ConsumerPid),
        ContractOfferMessage m => (m.ProviderPid, m.ConsumerPid),
        TransferRequestMessage m => (null, m.ConsumerPid),
        DataspaceProcessMessage m => (m.ProviderPid, m.ConsumerPid),
        _ => (null, null),
    };

    /// <summary>The reasons of a message as one text; null for none.</summary>
    public static string? ReasonOf(DataspaceDocument message) => message is DataspaceReasonedMessage { Reason: { } reasons } ? string.Join(" ", reasons.Select(r => r.ToString())) : null;

    // PostgreSQL takes no NUL in texts, and indexes texts of at most 2,704 bytes.
    private static void RefuseOddNames(DataspaceDocument message)
    {
        var (provider, consumer) = PidsOf(message);
        foreach (var (name, pid) in new[] { ("providerPid", provider), ("consumerPid", consumer) })
        {
            if (pid is { Length: 0 or > LongestPid } || pid?.Any(char.IsControl) == true) throw ProblemException.Invalid("/" + name, $"/{name} is an IRI of 1 to {LongestPid} characters without control characters.");
        }
    }
}
