namespace DataDiplomacy.Core.Standards.Sdmx;

/// <summary>Operators of component filters (SDMX REST 2.2, "Data queries", 2025).</summary>
public enum ComponentOperator
{
    /// <summary><c>eq</c>: equals; also where none is written.</summary>
    Equal,

    /// <summary><c>ne</c>: not equal to.</summary>
    NotEqual,

    /// <summary><c>lt</c>: less than; a period that ends before the other begins.</summary>
    Less,

    /// <summary><c>le</c>: less than or equal to; a period that ends when the other does, or before.</summary>
    LessOrEqual,

    /// <summary><c>gt</c>: greater than; a period that begins after the other has ended.</summary>
    Greater,

    /// <summary><c>ge</c>: greater than or equal to; a period that begins when the other does, or after.</summary>
    GreaterOrEqual,

    /// <summary><c>co</c>: contains.</summary>
    Contains,

    /// <summary><c>nc</c>: does not contain.</summary>
    NotContains,

    /// <summary><c>sw</c>: starts with.</summary>
    StartsWith,

    /// <summary><c>ew</c>: ends with.</summary>
    EndsWith,
}
