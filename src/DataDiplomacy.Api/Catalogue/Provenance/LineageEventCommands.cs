using System.Globalization;
using System.Text.RegularExpressions;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.OpenLineage;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Takes in events of OpenLineage as provenance.</summary>
public sealed partial class LineageEventCommands(ProvenanceCommands provenance, ProvenanceIris iris, IValidator<AddLineageEvents> validator)
{
    /// <summary>Takes in an event or a batch.</summary>
    /// <exception cref="ProblemException">It is neither, or the only event is none or contradicts what is held.</exception>
    public async Task<LineageEventsView> AddAsync(ReadOnlyMemory<byte> json, AddLineageEvents request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var handling = request.Handling is { } label && WireNames.TryParse<Handling>(label, out var wanted) ? wanted : Handling.Internal;
        var entries = Read(json);
        var isBatch = json.Span.TrimStart(" \t\r\n"u8)[0] == (byte)'[';
        var (added, known, refused) = (0, 0, new List<RefusedEventView>());
        for (var i = 0; i < entries.Count; i++)
        {
            try
            {
                if (await AddAsync(entries[i], handling, cancellationToken)) added++;
                else known++;
            }
            catch (ProblemException problem) when (isBatch)
            {
                refused.Add(new RefusedEventView { Index = i, Detail = problem.Detail });
            }
        }

        return new LineageEventsView { Received = entries.Count, Added = added, Known = known, Refused = refused };
    }

    private static IReadOnlyList<OpenLineageEntry> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return OpenLineageReader.Read(json);
        }
        catch (OpenLineageFormatException e)
        {
            throw ProblemException.Invalid("body", e.Message);
        }
    }

    private Task<bool> AddAsync(OpenLineageEntry entry, Handling handling, CancellationToken cancellationToken)
    {
        if (entry.Event is { } lineage) return provenance.AddEventAsync(new OpenLineageProvenance(OwnIri).Of(lineage), lineage.Key, handling, cancellationToken);
        var error = entry.Error ?? throw new InvalidOperationException("An entry is an event or an error.");
        throw ProblemException.Invalid(error.Path.Length == 0 ? "body" : error.Path, $"{error.Path}: {error.Message}");
    }

    /// <summary>The IRI of a data set of this server, whose namespace is the base of its IRIs.</summary>
    private string? OwnIri(LineageName name, string? version)
    {
        if (name.Namespace.TrimEnd('/') + "/" != iris.Base || !Slug().IsMatch(name.Name)) return null;
        var number = int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : (int?)null;
        return iris.Base + (number is { } n ? ProvenanceIris.Version(name.Name, n) : ProvenanceIris.Dataset(name.Name));
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,62}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
