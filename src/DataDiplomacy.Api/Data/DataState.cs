using System.Collections.Concurrent;
using System.Globalization;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Data;

/// <summary>The state of the data, apart for each handling label: what is hidden from a caller changes nothing for them.</summary>
/// <param name="Labels">What stands under each label, by its name.</param>
public sealed record DataState(IReadOnlyDictionary<string, LabelState> Labels)
{
    /// <summary>Number of the last change of the graph of provenance, whoever made it.</summary>
    public long Graph { get; init; }

    /// <summary>Number of the last thing that came to be held under an agreement; 0 while nothing ever was.</summary>
    public long Bindings { get; init; }

    /// <summary>
    /// Stands as long as no data set was registered, described or deleted and no version was published, by whichever process:
    /// everything that is found in the catalogue follows from it, the caller's rights and the request.
    /// </summary>
    public CatalogueStamp Stamp { get; } = new(
        Labels.Values.Select(l => l.Sequence).DefaultIfEmpty().Max(), Labels.Values.Sum(l => l.Datasets), Labels.Values.Sum(l => l.Revisions),
        Labels.Values.Select(l => l.UpdatedAt).DefaultIfEmpty().Max());

    private readonly ConcurrentDictionary<IReadOnlyList<Handling>, string> _texts = new(ReferenceEqualityComparer.Instance);

    /// <summary>A text that changes when anything changes that is under one of the labels.</summary>
    public string Of(IReadOnlyList<Handling> labels) =>
        _texts.GetOrAdd(labels, list => string.Join('|', list.Select(l => $"{l} {Labels.GetValueOrDefault(l.ToString())?.Mark}")));
}

/// <summary>The data sets under a label.</summary>
/// <param name="Datasets">Their number.</param>
/// <param name="Revisions">Sum of their revisions.</param>
/// <param name="UpdatedAt">When one was described last.</param>
/// <param name="Sequence">Their newest version; 0 without any.</param>
/// <param name="LastArea">The newest area of all, whatever the label.</param>
public sealed record LabelState(long Datasets, long Revisions, DateTime UpdatedAt, long Sequence, long LastArea)
{
    /// <summary>A text that changes with each of them.</summary>
    public string Mark { get; } = string.Create(CultureInfo.InvariantCulture, $"{Datasets} {Revisions} {UpdatedAt.Ticks} {Sequence} {LastArea}");
}

/// <summary>A state of the catalogue; see <see cref="DataState.Stamp"/>.</summary>
/// <param name="Sequence">The newest version.</param>
/// <param name="Datasets">Number of data sets.</param>
/// <param name="Revisions">Sum of their revisions.</param>
/// <param name="UpdatedAt">When one was described last.</param>
public readonly record struct CatalogueStamp(long Sequence, long Datasets, long Revisions, DateTime UpdatedAt);

/// <summary>The state of the data when the request came: read once for a request, so that its tag and its answer rest on the same.</summary>
public sealed class CurrentState(DataStateQueries states)
{
    private Task<DataState>? _read;

    public Task<DataState> ReadAsync(CancellationToken cancellationToken) => _read ??= states.ReadAsync(cancellationToken);
}
