namespace DataDiplomacy.Core.Catalogue;

/// <summary>A fact of which nothing is overwritten: that it changed, ended or never was is a new fact that replaces the one before.</summary>
public interface IRecordedFact
{
    /// <summary>Counts the facts of a kind on this server.</summary>
    long Id { get; }

    /// <summary>Since when this is held here, UTC; later than that of each fact of its kind before.</summary>
    DateTime RecordedAt { get; }

    /// <summary>The fact that this one replaces; null for a first one.</summary>
    long? Replaces { get; }

    /// <summary>True when this says that what it replaces is held no more, or never was.</summary>
    bool IsWithdrawn { get; }
}
