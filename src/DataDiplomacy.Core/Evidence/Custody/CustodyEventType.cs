namespace DataDiplomacy.Core.Evidence.Custody;

/// <summary>What happened to a record, in the words of PREMIS 3 and ISO/IEC 27037 where they have one.</summary>
public enum CustodyEventType
{
    /// <summary>Taken from its source.</summary>
    Collected,

    /// <summary>Taken in by this server.</summary>
    Received,

    /// <summary>A digest was made.</summary>
    Hashed,

    /// <summary>Written to storage and read back.</summary>
    Stored,

    /// <summary>Content or record was read by somebody.</summary>
    Accessed,

    /// <summary>A copy was made.</summary>
    Copied,

    /// <summary>A copy to work on was made.</summary>
    WorkingCopy,

    /// <summary>Handed over by its custodian, who says to whom.</summary>
    Transferred,

    /// <summary>Taken over by the new custodian.</summary>
    AcceptedTransfer,

    /// <summary>The stored bytes were hashed again and held against the recorded digest.</summary>
    FixityChecked,

    /// <summary>A version without some of its content was derived.</summary>
    Redacted,

    /// <summary>Shown to somebody outside.</summary>
    Disclosed,

    /// <summary>Left this server in a package.</summary>
    Exported,

    /// <summary>Its key was replaced.</summary>
    KeyRotated,

    /// <summary>Under a legal hold: it may not be erased.</summary>
    Held,

    /// <summary>The legal hold ended.</summary>
    Released,

    /// <summary>Content, key and salts were destroyed.</summary>
    Erased,

    /// <summary>An earlier statement is corrected; it stays as it was.</summary>
    Corrected,

    /// <summary>The record was disposed of at the end of its retention.</summary>
    Disposed,

    /// <summary>Its authenticity was checked.</summary>
    Verified,

    /// <summary>It was assessed.</summary>
    Assessed,

    /// <summary>Who may know of it was changed: its label is another; content and events stay as they were.</summary>
    Relabelled
}
