using DataDiplomacy.Api.Graph;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.States;

/// <summary>States of data sets at the root.</summary>
public static class StateGraph
{
    public static void AddTo(ObjectGraphType query) =>
        query.Field<ViewType<DatasetStatesView>>("datasetStates").Description("In which states a data set is, derived from what this server holds; null when there is none that the caller may see.")
            .NeededCode("id", "Its id.")
            .ResolveAsync(async context => await context.Service<StateQueries>().FindAsync(context.Text("id") ?? "", context.CancellationToken));
}
