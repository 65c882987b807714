namespace DataDiplomacy.Core.Standards.Prov;

/// <summary>The names that PROV and XML Schema reserve.</summary>
public static class ProvNames
{
    /// <summary>Namespace of PROV-DM and PROV-O.</summary>
    public const string Prov = "http://www.w3.org/ns/prov#";

    /// <summary>Namespace of the datatypes of XML Schema.</summary>
    public const string Xsd = "http://www.w3.org/2001/XMLSchema#";

    /// <summary>Datatype of a qualified name as a value.</summary>
    public const string QualifiedName = Prov + "QUALIFIED_NAME";

    /// <summary>The same by its older name.</summary>
    public const string XsdQName = Xsd + "QName";

    /// <summary>Datatype of a text with a language.</summary>
    public const string InternationalizedString = Prov + "InternationalizedString";

    /// <summary>Attribute: the type of the thing.</summary>
    public const string Type = Prov + "type";

    /// <summary>Attribute: the function of an entity or agent in the relation.</summary>
    public const string Role = Prov + "role";

    /// <summary>Attribute: what people call it.</summary>
    public const string Label = Prov + "label";

    /// <summary>Attribute: where.</summary>
    public const string Location = Prov + "location";

    /// <summary>Attribute: the value of an entity.</summary>
    public const string Value = Prov + "value";

    /// <summary>Type: a collection of entities.</summary>
    public const string Collection = Prov + "Collection";

    /// <summary>Type: a collection without members.</summary>
    public const string EmptyCollection = Prov + "EmptyCollection";

    /// <summary>Type: a named set of statements.</summary>
    public const string BundleType = Prov + "Bundle";

    /// <summary>Blank identifiers begin like this; they name nothing beyond their document.</summary>
    public const string Blank = "_:";

    /// <summary>Whether an identifier is blank.</summary>
    public static bool IsBlank(string id) => id.StartsWith(Blank, StringComparison.Ordinal);
}
