using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Graph;

/// <summary>The pages of the REST door as connections.</summary>
public static class ConnectionPages
{
    public static ConnectionPage<TNode> Of<TNode>(PageView<TNode> page, ConnectionArguments asked) => new()
    {
        Items = page.Items,
        Cursors = page.Cursors,
        Next = page.Next,
        HasPrevious = asked.After is not null,
        Total = page.Total,
    };
}
