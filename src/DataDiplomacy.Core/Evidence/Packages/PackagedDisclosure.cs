using System.Text.Json;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>Disclosures as they stand in packages: nothing but what the commitment is the hash of, or beside it could stand what was removed.</summary>
internal static class PackagedDisclosure
{
    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">A member is missing, of another type or not known, or the salt is not written as the commitment has it.</exception>
    public static Disclosure Read(JsonElement json)
    {
        var disclosure = Disclosure.FromJson(json);
        return json.GetPropertyCount() == 4 && json.GetProperty("s").GetString() == Commitment.Text(disclosure.Salt.Span)
            ? disclosure : throw new FormatException("A disclosure has n, p, s and v and nothing else, the salt as base64url without padding.");
    }
}
