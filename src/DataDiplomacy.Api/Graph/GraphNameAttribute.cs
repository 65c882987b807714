namespace DataDiplomacy.Api.Graph;

/// <summary>The name of a view in the one schema, where the name that it has in its slice would not say enough.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GraphNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
