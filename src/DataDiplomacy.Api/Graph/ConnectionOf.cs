using GraphQL.Types;

namespace DataDiplomacy.Api.Graph;

/// <summary>The connection over a view: <c>SeriesConnection</c> for <c>SeriesView</c>.</summary>
public class ConnectionOf<TView, TNodeType> : ObjectGraphType<ConnectionPage<TView>>
    where TView : notnull
    where TNodeType : IGraphType
{
    public ConnectionOf()
    {
        var node = GraphNames.OfView(typeof(TView));
        Name = $"{node}Connection";
        Description = $"One page of a list of {node}.";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EdgeOf<TView, TNodeType>>>>>("edges")
            .Description("The items of this page with their cursors.")
            .Resolve(context => context.Source.Edges);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TNodeType>>>>("nodes")
            .Description("The items of this page.")
            .Resolve(context => context.Source.Items);
        Field<NonNullGraphType<ViewType<PageInfo>>>("pageInfo")
            .Description("Where this page stands in the list.")
            .Resolve(context => context.Source.PageInfo);
        Field<LongGraphType>(ConnectionArguments.TotalName)
            .Description("All items of the list over all pages; counted only when asked for.")
            .Resolve(context => context.Source.Total);
    }
}
