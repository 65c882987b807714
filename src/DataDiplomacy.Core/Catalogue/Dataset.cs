namespace DataDiplomacy.Core.Catalogue;

/// <summary>A data set: a body of observations that is published, versioned and licensed as one.</summary>
public sealed class Dataset
{
    private Dataset()
    {
    }

    /// <summary>Lower-case slug, unique on this server.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Name for people.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it holds and how it was made; null when nobody said.</summary>
    public string? Description { get; private set; }

    /// <summary>The kind of source.</summary>
    public SourceKind SourceKind { get; private set; }

    /// <summary>The licence or terms of use, as text or address.</summary>
    public string Licence { get; private set; } = "";

    /// <summary>To whom it may be passed on.</summary>
    public Redistribution Redistribution { get; private set; }

    /// <summary>Who may see it.</summary>
    public Handling Handling { get; private set; }

    /// <summary>The organisation that publishes it; null when unknown.</summary>
    public string? Publisher { get; private set; }

    /// <summary>How to cite it; null when nobody said.</summary>
    public string? Citation { get; private set; }

    /// <summary>Column mapping (JSON) for tidy CSV files of this data set; null without one.</summary>
    public string? Mapping { get; private set; }

    /// <summary>What is said of its source beside what is said of all (JSON), by its kind, see <see cref="SourceDetails"/>; null when nobody said.</summary>
    public string? SourceDetails { get; private set; }

    /// <summary>When it was registered here, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When its description last changed, UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Counts the changes of its description, from 1; the ETag of the description.</summary>
    public int Revision { get; private set; }

    /// <summary>Registers a data set.</summary>
    public static Dataset Register(string id, DatasetDescription description, DateTime at)
    {
        var dataset = new Dataset { Id = id, CreatedAt = at };
        dataset.Describe(description, at);
        return dataset;
    }

    /// <summary>Replaces the description; the identifier and the versions stay.</summary>
    public void Describe(DatasetDescription description, DateTime at)
    {
        Title = description.Title;
        Description = description.Description;
        SourceKind = description.SourceKind;
        Licence = description.Licence;
        Redistribution = description.Redistribution;
        Handling = description.Handling;
        Publisher = description.Publisher;
        Citation = description.Citation;
        Mapping = description.Mapping;
        SourceDetails = description.SourceDetails;
        UpdatedAt = at;
        Revision++;
    }
}

/// <summary>What can be said and changed about a data set.</summary>
public sealed record DatasetDescription
{
    /// <inheritdoc cref="Dataset.Title"/>
    public required string Title { get; init; }

    /// <inheritdoc cref="Dataset.Description"/>
    public string? Description { get; init; }

    /// <inheritdoc cref="Dataset.SourceKind"/>
    public required SourceKind SourceKind { get; init; }

    /// <inheritdoc cref="Dataset.Licence"/>
    public required string Licence { get; init; }

    /// <inheritdoc cref="Dataset.Redistribution"/>
    public required Redistribution Redistribution { get; init; }

    /// <inheritdoc cref="Dataset.Handling"/>
    public required Handling Handling { get; init; }

    /// <inheritdoc cref="Dataset.Publisher"/>
    public string? Publisher { get; init; }

    /// <inheritdoc cref="Dataset.Citation"/>
    public string? Citation { get; init; }

    /// <inheritdoc cref="Dataset.Mapping"/>
    public string? Mapping { get; init; }

    /// <inheritdoc cref="Dataset.SourceDetails"/>
    public string? SourceDetails { get; init; }
}
