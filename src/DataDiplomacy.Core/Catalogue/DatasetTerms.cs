namespace DataDiplomacy.Core.Catalogue;

/// <summary>What kind of source a data set comes from.</summary>
public enum SourceKind
{
    /// <summary>Published by a statistical authority under its methodology.</summary>
    OfficialStatistics,

    /// <summary>Collected from web sites or platforms.</summary>
    Online,

    /// <summary>Measured by devices on the ground, at sea or in the air.</summary>
    Sensor,

    /// <summary>Derived from Earth observation.</summary>
    Satellite,

    /// <summary>Extracted or coded from texts.</summary>
    Text,

    /// <summary>Records of transactions, such as customs declarations or payments.</summary>
    Transaction,
}

/// <summary>To whom the data may be passed on.</summary>
public enum Redistribution
{
    /// <summary>To anyone, with the source cited.</summary>
    Open,

    /// <summary>Within the organisation that runs this server only.</summary>
    Internal,

    /// <summary>To nobody: it may be read here, not exported.</summary>
    Forbidden,
}

/// <summary>Who may see the data.</summary>
public enum Handling
{
    /// <summary>Anyone, without a key.</summary>
    Public,

    /// <summary>Any holder of a key.</summary>
    Internal,

    /// <summary>Editors, verifiers and admins only.</summary>
    Confidential,
}
