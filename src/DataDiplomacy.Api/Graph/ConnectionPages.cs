using DataDiplomacy.Api.Http;
using GraphQL;
using GraphQL.Builders;

namespace DataDiplomacy.Api.Graph;

/// <summary>The pages of the REST door as connections.</summary>
public static class ConnectionPages
{
    /// <summary>A field that is a list of the REST door: the query of the slice reads the page that the arguments of the field ask for.</summary>
    public static FieldBuilder<TSource, object> ResolvePage<TSource, TNode>(
        this FieldBuilder<TSource, object> list, Func<IResolveFieldContext<TSource>, ConnectionArguments, Task<PageView<TNode>>> read) =>
        list.ResolveAsync(async context =>
        {
            var asked = ConnectionArguments.From(context);
            return Of(await read(context, asked), asked);
        });

    public static ConnectionPage<TNode> Of<TNode>(PageView<TNode> page, ConnectionArguments asked) => new()
    {
        Items = page.Items,
        Cursors = page.Cursors,
        Next = page.Next,
        HasPrevious = asked.After is not null,
        Total = page.Total,
    };
}
