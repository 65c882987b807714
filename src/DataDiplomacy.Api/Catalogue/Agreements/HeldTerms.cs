using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>An agreement under which a data set is held.</summary>
public sealed record HeldTerms
{
    public required string Dataset { get; init; }

    public required DateTime Since { get; init; }

    /// <summary>The one it was received under, or the last that replaced it.</summary>
    public required DataAgreement Agreement { get; init; }

    public required OdrlPolicy Policy { get; init; }

    /// <summary>The duties that were fulfilled.</summary>
    public required IReadOnlyList<DutyStanding> Duties { get; init; }

    /// <summary>What was last done to the agreement; null for nothing.</summary>
    public required AgreementEvent? Last { get; init; }

    /// <summary>A text that changes with all that decides who may read the data but who asks, what for and when.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"{Dataset} {Since.Ticks} {Agreement.Id} {Agreement.Events} {Duties.Count}");

    /// <summary>When decisions may change by time alone, in ticks of UTC.</summary>
    public IEnumerable<long> Turns => Agreement.ExpiresAt is { } end ? PolicyInstants.Of(Policy).Append(end.Ticks) : PolicyInstants.Of(Policy);

    public DateTime StateSince(DateTime now) => AgreementViews.StateAt(Agreement, now) switch
    {
        AgreementState.Expired => Agreement.ExpiresAt ?? Last?.At ?? Agreement.MadeAt,
        _ => Last?.At ?? Agreement.MadeAt,
    };

    /// <summary>Whether who asks may read the data now.</summary>
    /// <param name="isParty">Whether they act for a side: then the agreement need only be in force, since its terms were evaluated at each transfer.</param>
    /// <param name="purpose">What they say the data is for; null for nothing.</param>
    /// <param name="target">IRI of the data set that was shared.</param>
    /// <param name="now">The time, UTC.</param>
    public TermsDecision Decide(bool isParty, string? purpose, string target, DateTime now)
    {
        if (!AgreementRules.IsInForce(Agreement.Standing, now)) return new TermsDecision(false, false, [Standing(now)]);
        if (isParty) return new TermsDecision(true, true, ["The agreement is in force, and you act for a side of it."]);
        // Who publishes what was made of shared data passes it on for the consumer, who holds the permission.
        var report = PolicyEvaluation.Evaluate(Policy, new OdrlRequest
        {
            Action = "distribute",
            Target = target,
            Assignee = Agreement.Assignee,
            Assigner = Agreement.Assigner,
            At = new DateTimeOffset(now, TimeSpan.Zero),
            Purposes = purpose is null ? [] : [purpose],
        }, new OdrlState { Duties = Duties });
        return new TermsDecision(report.Decision == AccessDecision.Permit, true, [.. report.Because.Select(b => b.Sentence)]);
    }

    /// <summary>What would make the data readable again, for a decision against it.</summary>
    public string WayBack(TermsDecision decision, DateTime now)
    {
        if (decision.IsInForce) return "Declare what you read the data for by the header Data-Purpose, if the terms name a purpose; otherwise ask for an agreement of your own by POST /v1/data-negotiations.";
        const string Anew = "the provider may release the data set (POST /v1/agreements/{id}/releases), or both sides make a new agreement (POST /v1/data-negotiations) and the data are taken and derived again under it.";
        return AgreementViews.StateAt(Agreement, now) == AgreementState.Suspended
            ? $"The {WireNames.Of(Agreement.SuspendedBy ?? NegotiationParty.Provider)}, who suspended it, resumes it (POST /v1/agreements/{{id}}/actions with resume); or the provider says that another agreement, which both made, replaces it (amend)."
            : $"It does not come into force again: {Anew}";
    }

    private string Standing(DateTime now)
    {
        var by = Agreement.SuspendedBy is { } party ? $", by the {WireNames.Of(party)}" : "";
        return $"The agreement under which it is held is {WireNames.Of(AgreementViews.StateAt(Agreement, now))} since {Instants.Format(StateSince(now))}{by}.";
    }
}

/// <summary>Whether data may be read under an agreement.</summary>
/// <param name="Permits">Whether they may.</param>
/// <param name="IsInForce">Whether the agreement is in force.</param>
/// <param name="Because">What decided it, in sentences.</param>
public sealed record TermsDecision(bool Permits, bool IsInForce, IReadOnlyList<string> Because);
