using GraphQL.Types;

namespace DataDiplomacy.Api.Graph;

/// <summary>The edge of a connection: <c>SeriesEdge</c> for <c>SeriesView</c>.</summary>
public sealed class EdgeOf<TView, TNodeType> : ObjectGraphType<ConnectionEdge<TView>>
    where TView : notnull
    where TNodeType : IGraphType
{
    public EdgeOf()
    {
        var node = GraphNames.OfView(typeof(TView));
        Name = $"{node}Edge";
        Description = $"An item of a list of {node} with its place.";
        Field<NonNullGraphType<StringGraphType>>("cursor")
            .Description("The list goes on after this item when this is given as `after`.")
            .Resolve(context => context.Source.Cursor);
        Field<NonNullGraphType<TNodeType>>("node")
            .Description("The item.")
            .Resolve(context => context.Source.Node);
    }
}
