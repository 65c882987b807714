using DataDiplomacy.Api.Graph;
using DataDiplomacy.Core.Catalogue.Negotiations;
using GraphQL;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Negotiations that the caller may see.</summary>
public static class NegotiationGraph
{
    public static void AddTo(ObjectGraphType query)
    {
        var list = query.Field<NonNullGraphType<ConnectionOf<DataNegotiationView, ViewType<DataNegotiationView>>>>("dataNegotiations")
            .Description("Negotiations that the caller may see, oldest first: as a party of them, or as an editor.")
            .Code("dataset", "Those on this data set.")
            .Argument<WireEnumType<NegotiationState>>("state", "Those in this state.")
            .Text("track", "Those on this track: `I`, `II`, `science` or `commercial`.");
        ConnectionArguments.AddTo(list).ResolvePage((context, asked) => context.Service<NegotiationQueries>().ListAsync(
            new ListNegotiations
            {
                Dataset = context.Text("dataset"),
                State = context.EnumText<NegotiationState>("state"),
                Track = context.Text("track"),
                Limit = asked.First,
                Cursor = asked.After,
                Count = asked.Count,
            },
            context.CancellationToken));
        query.Field<ViewType<DataNegotiationView>>("dataNegotiation").Description("A negotiation with its moves; null when there is none that the caller may see, who is a party of it or an editor.")
            .NeededCode("id", "The negotiation.")
            .ResolveAsync(async context => await context.Service<NegotiationQueries>().FindAsync(context.Text("id") ?? "", context.CancellationToken));
        query.Field<ViewType<TermsDiffView>>("termsDiff").Description("How the terms of two moves of a negotiation differ, term by term; null when there is none that the caller may see.")
            .NeededCode("negotiation", "The negotiation.")
            .Argument<IntGraphType>("from", "The earlier move, by its number; the one before `to` that has terms when left out.")
            .Argument<IntGraphType>("to", "The later move; the newest that has terms when left out.")
            .ResolveAsync(async context => await context.Service<NegotiationQueries>().CompareAsync(
                context.Text("negotiation") ?? "", new CompareMoves { From = context.GetArgument<int?>("from"), To = context.GetArgument<int?>("to") }, context.CancellationToken));
        query.Field<ViewType<MoveChainView>>("moveChain").Description("Whether the moves of a negotiation are those that were made; null when there is none that the caller may see.")
            .NeededCode("negotiation", "The negotiation.")
            .Text("head", "The newest hash as you have kept it elsewhere; without it, moves cut off at the end are not noticed.")
            .ResolveAsync(async context => await context.Service<NegotiationQueries>().VerifyAsync(
                context.Text("negotiation") ?? "", new VerifyMoves { Head = context.Text("head") }, context.CancellationToken));
        query.Field<ViewType<NegotiationStatisticsView>>("negotiationStatistics").Description("How requests for data are answered: a public account without names; null when there is no such data set that the caller may see.")
            .Code("dataset", "Of this data set alone.")
            .ResolveAsync(async context => await context.Service<StatisticsQueries>().ReadAsync(new GetNegotiationStatistics { Dataset = context.Text("dataset") }, context.CancellationToken));
    }
}
