using DataDiplomacy.Api.Graph;
using DataDiplomacy.Core.Catalogue;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.Agents;

/// <summary>Agents at the root.</summary>
public static class AgentGraph
{
    private const int ExpectedAgents = 20;

    public static void AddTo(ObjectGraphType query)
    {
        query.Field<ViewType<AgentView>>("agent").Description("An agent, and for whom it acts; null when there is none of which the caller may know.")
            .NeededCode("id", "Its id.")
            .Text("validAt", "Only what held on this day, `yyyy-MM-dd`; whatever was ever so when left out.").AsOf()
            .ResolveAsync(async context => await context.Service<AgentQueries>().FindAsync(
                context.Text("id") ?? "", new GetAgent { ValidAt = context.Text("validAt"), AsOf = context.Instant("asOf") }, context.CancellationToken));
        var list = query.Field<NonNullGraphType<ConnectionOf<AgentView, ViewType<AgentView>>>>("agents").Description("Agents, by id.")
            .Text("q", "Words that id or name contain, ignoring case; all of them.")
            .Argument<WireEnumType<AgentKind>>("kind", "What they are.");
        QueryLimits.Expect(ConnectionArguments.AddTo(list), ExpectedAgents).ResolvePage((context, asked) => context.Service<AgentQueries>().ListAsync(
            new ListAgents
            {
                Q = context.Text("q"),
                Kind = context.EnumText<AgentKind>("kind"),
                Limit = asked.First,
                Cursor = asked.After,
                Count = asked.Count,
            },
            context.CancellationToken));
    }
}
