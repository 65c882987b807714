using System.Text.Json;
using DataDiplomacy.Api.Catalogue.Agents;
using DataDiplomacy.Api.Catalogue.Agreements;
using DataDiplomacy.Api.Catalogue.Interpretations;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Catalogue.Demo;

/// <summary>
/// What is known of the demo beside its numbers: who keeps it, under which terms it is had, and one thing that is said of it, by an agent of our own
/// making. All of it goes through the commands that the doors use.
/// </summary>
public sealed class DemoFacts(AgentCommands agents, RoleCommands roles, PolicyCommands policies, InterpretationCommands interpretations)
{
    private const string Division = "united-nations-statistics-division-unsd";
    private const string Desk = "demo-desk";

    /// <summary>The share of Kenya in 2015 as version 2 has it: its id follows from what it is about.</summary>
    private const string Observation = "cce8991b2d76e83f0ad0dd60da05b252-2015-v2";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var demo = DemoData.Load();
        await RegisterAsync(Division, "United Nations Statistics Division (UNSD)", AgentKind.Igo, cancellationToken);
        await StateAsync(demo.Id, Division, AgentFunction.Manager, "Keeps the Global SDG Indicators Database", cancellationToken);
        await OfferAsync(demo.Id, cancellationToken);
        await InterpretAsync(cancellationToken);
    }

    private Task RegisterAsync(string id, string name, AgentKind kind, CancellationToken cancellationToken) =>
        agents.RegisterAsync(new RegisterAgent { Id = id, Name = name, Kind = kind }, cancellationToken);

    private Task StateAsync(string dataset, string agent, AgentFunction role, string note, CancellationToken cancellationToken) =>
        roles.AddAsync(dataset, new AddRole { Agent = agent, Role = role, Note = note }, cancellationToken);

    /// <summary>The terms of use of UNSD as a policy: copied and passed on freely, provided that UNSD is named.</summary>
    private async Task OfferAsync(string dataset, CancellationToken cancellationToken)
    {
        using var policy = JsonDocument.Parse("""
            {
              "@type": "Offer",
              "@id": "urn:datadiplomacy:demo:unsd-terms-of-use",
              "permission": [
                { "action": "reproduce", "duty": [{ "action": "attribute" }] },
                { "action": "distribute", "duty": [{ "action": "attribute" }] }
              ]
            }
            """);
        await policies.OfferAsync(dataset, new AddOffer { Policy = policy.RootElement.Clone() }, cancellationToken);
    }

    private async Task InterpretAsync(CancellationToken cancellationToken)
    {
        await RegisterAsync(Desk, "Desk of the demonstration (made up)", AgentKind.Organisation, cancellationToken);
        await interpretations.StateAsync(new StateInterpretation
        {
            Agent = Desk,
            Target = new NamedTarget { Kind = InterpretationTargetKind.Observation, Observation = Observation },
            Stance = InterpretationStance.Explains,
            Text = "From 72.66 to 72.25 is no change in Kenya: both are the share of 2015, as it was known in 2019 and as the release of October 2020 revised it.",
            Language = "en",
            Method = "Comparison of the two versions",
            Values = [Observation],
            Citations = ["sdg-demo@1", "sdg-demo@2"],
        }, cancellationToken);
    }
}
