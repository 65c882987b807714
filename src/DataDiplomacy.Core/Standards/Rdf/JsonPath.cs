namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>A place in a JSON document; put into words only when something is wrong there.</summary>
internal sealed record JsonPath(JsonPath? Parent, string Step)
{
    public static JsonPath Root { get; } = new(null, "$");

    public JsonPath Member(string name) => new(this, "." + name);

    public JsonPath Item(int index) => new(this, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{index}]"));

    public RdfFormatException Wrong(string found, string expected) => new(ToString(), found, expected);

    public override string ToString() => Parent + Step;
}
