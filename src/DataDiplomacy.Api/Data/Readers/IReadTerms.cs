namespace DataDiplomacy.Api.Data.Readers;

/// <summary>Asked before any observation is read: data that were made of what somebody shared are held under the terms of that sharing.</summary>
public interface IReadTerms
{
    /// <summary>Lets the caller read observations of these data sets, or refuses.</summary>
    /// <exception cref="Http.ProblemException">403 with the reason, the terms and the way back.</exception>
    Task RequireAsync(IEnumerable<string> datasets, CancellationToken cancellationToken);

    /// <summary>Of these data sets, those of which the caller may not read observations now, each with the reason in sentences.</summary>
    Task<IReadOnlyDictionary<string, string>> RefusedAsync(IEnumerable<string> datasets, CancellationToken cancellationToken);

    /// <summary>A text that changes before any such decision about data that the caller may see can change; null while nothing is held under terms.</summary>
    Task<string?> MarkAsync(CancellationToken cancellationToken);
}
