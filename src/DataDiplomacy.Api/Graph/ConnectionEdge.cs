namespace DataDiplomacy.Api.Graph;

/// <summary>An item with its place in the list.</summary>
public readonly record struct ConnectionEdge<TNode>(string Cursor, TNode Node);
