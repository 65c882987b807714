using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>For which side of a negotiation or agreement a caller acts: editors for the provider, the keys that are bound to it for the consumer.</summary>
public sealed class AgreementCallers(RecordVisibility records)
{
    /// <summary>The pseudonym by which the ledger knows the caller too; GET /v1/me tells it.</summary>
    public string Actor => records.Actor;

    public bool IsKnown => records.Caller.Role is not null;

    public bool IsEditor => records.Caller.Has(Role.Editor);

    private bool IsAdmin => records.Caller.Has(Role.Admin);

    /// <summary>The caller as <see cref="MembersOf"/> writes it.</summary>
    public string Member => $" {Actor} ";

    /// <summary>Pseudonyms in one text, which a database can search.</summary>
    public static string MembersOf(params IEnumerable<string> actors) => " " + string.Join("  ", actors.Distinct(StringComparer.Ordinal)) + " ";

    public bool IsAmong(string members) => members.Contains(Member, StringComparison.Ordinal);

    /// <exception cref="ProblemException">The caller does not act for this side.</exception>
    public void Require(NegotiationParty party, string members)
    {
        if (party == NegotiationParty.Provider && !IsEditor) throw new ProblemException(Problems.Forbidden, "Who acts for the provider needs a key with the role editor or higher.");
        if (party == NegotiationParty.Consumer && !IsAmong(members))
            throw new ProblemException(Problems.Forbidden, "Only the keys of the consumer act for the consumer: the one that began the negotiation, and the approvers that it named.");
    }

    /// <summary>Who decides beside who asked: for the provider another editor, for the consumer another key of theirs, or an admin where they named none.</summary>
    /// <exception cref="ProblemException">The caller is none of them.</exception>
    public void RequireApprover(NegotiationParty party, string members)
    {
        var isAlone = members.Count(c => c == ' ') == 2;
        if (party == NegotiationParty.Consumer && isAlone && IsAdmin) return;
        Require(party, members);
    }
}
