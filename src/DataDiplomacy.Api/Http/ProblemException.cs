namespace DataDiplomacy.Api.Http;

/// <summary>A rule of the domain was broken: the doors turn it into their own form of error.</summary>
public sealed class ProblemException(Problem problem, string detail) : Exception(detail)
{
    public Problem Problem { get; } = problem;

    public string Detail { get; } = detail;

    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    public IReadOnlyList<string> Suggestions { get; init; } = [];

    public IReadOnlyList<object> Candidates { get; init; } = [];
}
