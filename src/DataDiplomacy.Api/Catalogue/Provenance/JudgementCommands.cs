using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>
/// States in the graph what agents say of data, in the place of what they said before; the caller holds the lock of the graph and saves. Who sees it
/// follows from the labels of the agent and of the data set, whatever those will be.
/// </summary>
public static class JudgementCommands
{
    private const string Source = "judgement";

    /// <summary>States what an agent says of something.</summary>
    public static Task StateAsync(DataContext context, Interpretation fact, Interpretation? before, CancellationToken cancellationToken) =>
        ReplaceAsync(context, before is null ? [] : JudgementProvenance.Of(before), fact.IsWithdrawn ? [] : JudgementProvenance.Of(fact), (fact.AgentId, fact.DatasetId), fact.RecordedAt, cancellationToken);

    /// <summary>States that an agent used a version, as an activity.</summary>
    public static Task StateAsync(DataContext context, UseReport fact, UseReport? before, CancellationToken cancellationToken) =>
        ReplaceAsync(context, before is null ? [] : JudgementProvenance.Of(before), fact.IsWithdrawn ? [] : JudgementProvenance.Of(fact), (fact.AgentId, fact.DatasetId), fact.RecordedAt, cancellationToken);

    /// <summary>States what data did, as an agent says.</summary>
    public static Task StateAsync(DataContext context, ImpactStatement fact, ImpactStatement? before, CancellationToken cancellationToken) =>
        ReplaceAsync(context, before is null ? [] : JudgementProvenance.Of(before), fact.IsWithdrawn ? [] : JudgementProvenance.Of(fact), (fact.AgentId, fact.DatasetId), fact.RecordedAt, cancellationToken);

    /// <summary>States under which law data are, as an agent says.</summary>
    public static Task StateAsync(DataContext context, JurisdictionFact fact, JurisdictionFact? before, CancellationToken cancellationToken) =>
        ReplaceAsync(context, before is null ? [] : JudgementProvenance.Of(before), fact.IsWithdrawn ? [] : JudgementProvenance.Of(fact), (fact.AgentId, fact.DatasetId), fact.RecordedAt, cancellationToken);

    /// <summary>States that an agent disputes that.</summary>
    public static Task StateAsync(DataContext context, JurisdictionDispute fact, JurisdictionDispute? before, CancellationToken cancellationToken) =>
        ReplaceAsync(context, before is null ? [] : JudgementProvenance.Of(before), JudgementProvenance.Of(fact), (fact.AgentId, fact.DatasetId), fact.RecordedAt, cancellationToken);

    private static async Task ReplaceAsync(
        DataContext context, IReadOnlyList<ProvStatement> before, IReadOnlyList<ProvStatement> statements, (string Agent, string? Dataset) said, DateTime at, CancellationToken cancellationToken)
    {
        var writer = await ProvenanceCommands.ReplaceAsync(context, Source, [.. before.Select(s => s.Id).OfType<string>()], statements, said.Dataset, at, cancellationToken);
        // What is said comes first; what it rests on is not the agent's.
        if (statements is [{ Id: { } iri }, ..]) writer.SayBy(said.Agent, iri);
    }
}
