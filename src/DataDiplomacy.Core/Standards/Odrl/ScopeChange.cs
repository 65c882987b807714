namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Whether something applies to more or to fewer cases than before.</summary>
internal enum ScopeChange
{
    /// <summary>To all cases it applied to before, and others.</summary>
    Wider,

    /// <summary>To some of the cases it applied to before, and no others.</summary>
    Narrower,

    /// <summary>Neither can be said.</summary>
    NotComparable
}
