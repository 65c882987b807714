using System.Globalization;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>
/// What this server states of agreements and transfers, in the transaction that changes them: an agreement is a plan that both parties made, a transfer
/// an activity under that plan, and what it delivered a copy of a version. To readers below editors none of it is shown, as agreements are for their parties.
/// </summary>
public static class AgreementProvenance
{
    private const string Terms = "ns#";

    /// <summary>The agreement, as it is stored in the graph.</summary>
    public static string IriOf(string agreement) => "v1/agreements/" + agreement;

    /// <summary>The transfer, as it is stored in the graph.</summary>
    public static string IriOf(string agreement, int transfer) => string.Create(CultureInfo.InvariantCulture, $"{IriOf(agreement)}/transfers/{transfer}");

    /// <summary>What a transfer delivered, as it is stored in the graph: whoever makes something of it names this as its source.</summary>
    public static string DeliveryOf(string agreement, int transfer) => IriOf(agreement, transfer) + "/data";

    /// <summary>States an agreement that was made.</summary>
    public static Task StateAsync(DataContext context, DataAgreement agreement, AgreementIris iris, CancellationToken cancellationToken)
    {
        var iri = IriOf(agreement.Id);
        return StateAsync(context, agreement, agreement.MadeAt, cancellationToken,
            ProvStatement.Element(ProvKind.Entity, iri, Type(ProvNames.Prov + "Plan"), Type(Terms + "Agreement"), Text("policySha256", agreement.PolicySha256),
                new ProvAttribute(Terms + "target", ProvValue.Name(ProvenanceIris.Dataset(agreement.DatasetId)))),
            Party(iri, iris.Stored(agreement.Assigner), "assigner"),
            Party(iri, iris.Stored(agreement.Assignee), "assignee"));
    }

    /// <summary>States what was done to an agreement: its end, or what replaced it. Where the graph has no word for it, that something changed is noted.</summary>
    public static Task StateAsync(DataContext context, DataAgreement agreement, DateTime at, CancellationToken cancellationToken)
    {
        var iri = IriOf(agreement.Id);
        ProvStatement[] statements = agreement switch
        {
            { Successor: { } successor } =>
            [
                ProvStatement.Relation(ProvKind.Derivation, null, IriOf(successor), iri) with { Attributes = [Type(ProvNames.Prov + "Revision")] },
                ProvStatement.Relation(ProvKind.Invalidation, null, iri, null, Instants.Format(at)),
            ],
            { State: var state } when AgreementRules.IsOver(state) => [ProvStatement.Relation(ProvKind.Invalidation, null, iri, null, Instants.Format(at))],
            _ => [],
        };
        return StateAsync(context, agreement, at, cancellationToken, statements);
    }

    /// <summary>Notes that something about an agreement changed for which the graph has no word.</summary>
    public static Task NoteAsync(DataContext context, DataAgreement agreement, DateTime at, CancellationToken cancellationToken) => StateAsync(context, agreement, at, cancellationToken, []);

    /// <summary>States that a transfer was started: what it delivers is held under the agreement from now on, and so is whatever is made of that.</summary>
    public static async Task StateStartAsync(DataContext context, DataAgreement agreement, DataTransfer transfer, AgreementIris iris, DateTime at, CancellationToken cancellationToken)
    {
        var (act, data) = (IriOf(agreement.Id, transfer.Number), DeliveryOf(agreement.Id, transfer.Number));
        var source = transfer.Version is { } version ? ProvenanceIris.Version(agreement.DatasetId, version) : ProvenanceIris.Dataset(agreement.DatasetId);
        var (generation, usage, assignee) = (act + "-generation", act + "-usage", iris.Stored(agreement.Assignee));
        await StateAsync(context, agreement, at, cancellationToken,
            new ProvStatement { Kind = ProvKind.Activity, Id = act, Arguments = [Instants.Format(at), null], Attributes = [Type(Terms + "Transfer")] },
            ProvStatement.Element(ProvKind.Entity, data, Type(Terms + "Delivery")),
            ProvStatement.Relation(ProvKind.Association, null, act, assignee, IriOf(agreement.Id)),
            ProvStatement.Relation(ProvKind.Usage, usage, act, source, Instants.Format(at)),
            ProvStatement.Relation(ProvKind.Generation, generation, data, act),
            ProvStatement.Relation(ProvKind.Derivation, null, data, source, act, generation, usage) with { Attributes = [Type(Terms + "Copy")] });
        await ProvenanceCommands.BindAsync(context, agreement.Id, data, at, cancellationToken);
    }

    /// <summary>States what a transfer delivered, when it is complete.</summary>
    public static Task StateEndAsync(DataContext context, DataAgreement agreement, DataTransfer transfer, DateTime at, CancellationToken cancellationToken)
    {
        List<ProvAttribute> said = [];
        if (transfer.Sha256 is { } sha256) said.Add(Text("sha256", sha256));
        if (transfer.Bytes is { } bytes) said.Add(new ProvAttribute(Terms + "bytes", new ProvValue(bytes.ToString(CultureInfo.InvariantCulture), ProvNames.Xsd + "long")));
        return StateAsync(context, agreement, at, cancellationToken,
            new ProvStatement { Kind = ProvKind.Activity, Id = IriOf(agreement.Id, transfer.Number), Arguments = [null, Instants.Format(at)], Attributes = [] },
            ProvStatement.Element(ProvKind.Entity, DeliveryOf(agreement.Id, transfer.Number), [.. said]));
    }

    private static ProvStatement Party(string agreement, string agent, string role) =>
        ProvStatement.Relation(ProvKind.Attribution, null, agreement, agent) with { Attributes = [new ProvAttribute(ProvNames.Role, new ProvValue(role))] };

    private static Task StateAsync(DataContext context, DataAgreement agreement, DateTime at, CancellationToken cancellationToken, params ProvStatement[] statements) =>
        ProvenanceCommands.StateAsync(context, statements,
            new ProvenanceSource { Handling = Handling.Confidential, Kind = BindingQueries.Agreement, Statements = statements.Length, RecordedAt = at }, _ => agreement.DatasetId, cancellationToken);

    private static ProvAttribute Type(string name) => new(ProvNames.Type, ProvValue.Name(name));

    private static ProvAttribute Text(string name, string value) => new(Terms + name, new ProvValue(value));
}
