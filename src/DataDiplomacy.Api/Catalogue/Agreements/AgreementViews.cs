using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Agreements as they are shown.</summary>
public static class AgreementViews
{
    public static AgreementView Of(DataAgreement agreement, StoredPolicy terms, IEnumerable<AgreementEvent> events, IEnumerable<DutyFulfilment> fulfilments, DateTime now)
    {
        var done = fulfilments.ToLookup(f => f.DutyKey, StringComparer.Ordinal);
        return new AgreementView
        {
            Id = agreement.Id,
            Negotiation = agreement.NegotiationId,
            Dataset = agreement.DatasetId,
            State = StateAt(agreement, now),
            InForce = AgreementRules.IsInForce(agreement.Standing, now),
            SuspendedBy = agreement.SuspendedBy,
            Successor = agreement.Successor,
            PolicySha256 = agreement.PolicySha256,
            Policy = PolicyTerms.Json(terms),
            Assigner = agreement.Assigner,
            Assignee = agreement.Assignee,
            MadeAt = agreement.MadeAt,
            ExpiresAt = agreement.ExpiresAt,
            Duties = [.. PolicyTerms.DutiesOf(OdrlReader.Read(terms.Json)).Select(d => Duty(d.Key, d.Duty, done[d.Key], now))],
            History = [.. events.OrderBy(e => e.Number).Select(Event)],
        };
    }

    /// <summary>What it is at an instant: its time may be over before anybody has written so.</summary>
    public static AgreementState StateAt(DataAgreement agreement, DateTime now) =>
        !AgreementRules.IsOver(agreement.State) && agreement.ExpiresAt <= now ? AgreementState.Expired : agreement.State;

    public static AgreementNotificationView Notification(AgreementNotice notice) => new()
    {
        Event = notice.Event,
        To = notice.Recipient,
        Action = notice.Action,
        By = Parties(notice.Parties),
        State = notice.State,
        Reason = notice.Reason,
        At = notice.At,
    };

    private static AgreementDutyView Duty(string key, OdrlRule duty, IEnumerable<DutyFulfilment> fulfilments, DateTime now)
    {
        List<DutyFulfilmentView> shown = [.. fulfilments.OrderBy(f => f.Id, StringComparer.Ordinal).Select(Fulfilment)];
        var due = DutyDue.Of(duty)?.UtcDateTime;
        return new AgreementDutyView
        {
            Key = key,
            Rule = duty.Key,
            Actions = [.. duty.Actions.Select(a => a.Name)],
            Fulfilled = shown.Count > 0,
            DueAt = due is { } end ? Instants.Truncate(end) : null,
            Overdue = shown.Count == 0 && due < now,
            Fulfilments = shown,
        };
    }

    private static DutyFulfilmentView Fulfilment(DutyFulfilment fulfilment) => new()
    {
        Id = fulfilment.Id,
        Note = fulfilment.Note,
        Reference = fulfilment.Reference,
        Sha256 = fulfilment.Sha256,
        Actor = fulfilment.Actor,
        At = fulfilment.At,
    };

    private static AgreementEventView Event(AgreementEvent done) => new()
    {
        Number = done.Number,
        Action = done.Action,
        By = Parties(done.Parties),
        Actor = done.Actor,
        State = done.State,
        Reason = done.Reason,
        Successor = done.Successor,
        At = done.At,
    };

    private static IReadOnlyList<NegotiationParty> Parties(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => WireNames.TryParse<NegotiationParty>(name, out var party) ? party : throw new InvalidOperationException($"'{name}' is no party."))];
}
