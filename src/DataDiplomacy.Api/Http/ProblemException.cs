namespace DataDiplomacy.Api.Http;

/// <summary>A broken rule: says which value was wrong and what would be right. Becomes problem+json or a GraphQL error in one place each.</summary>
public sealed class ProblemException(Problem problem, string detail) : Exception(detail)
{
    public Problem Problem => problem;

    public string Detail => Message;

    /// <summary>Messages by the name of the field as the caller sent it.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    /// <summary>Error code of the challenge of a 401 or 403 (RFC 6750, section 3.1); null when nothing was sent that could be refused.</summary>
    public string? Challenge { get; init; }

    /// <summary>What the challenge says beside its code; null for the detail.</summary>
    public string? ChallengeText { get; init; }

    /// <summary>Near codes.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>What an ambiguous code may mean.</summary>
    public IReadOnlyList<object> Candidates { get; init; } = [];

    /// <summary>One field with one message.</summary>
    public static ProblemException Invalid(string field, string message, IReadOnlyList<string>? suggestions = null) =>
        new(Problems.InvalidRequest, message)
        {
            Errors = new Dictionary<string, string[]> { [field] = [message] },
            Suggestions = suggestions ?? [],
        };

    /// <summary>There is no such record of evidence, or the caller may not know of it: both in the same words.</summary>
    public static ProblemException NoRecord(string id) => new(Problems.NotFound, $"There is no record '{id}' that you may see.");

    /// <summary>The record of evidence was erased, and nothing follows that.</summary>
    public static ProblemException RecordErased(string id) => new(Problems.Erased, $"The record {id} was erased; nothing more can be written about it.");
}
