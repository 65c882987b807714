using DataDiplomacy.Api.Http;
using GraphQL;

namespace DataDiplomacy.Api.Graph;

/// <summary>A failure whose text and code are meant for the caller.</summary>
public sealed class ProblemError : ExecutionError
{
    /// <summary>The code of a refused argument: that of a refused parameter of the REST door.</summary>
    public static readonly string BadArgument = GraphNames.UpperSnake(Problems.InvalidRequest.Slug);

    private ProblemError(string message, string code, int status)
        : base(message)
    {
        Code = code;
        Extensions = new() { ["code"] = code, ["status"] = status };
    }

    /// <summary>The same catalogue as REST: slug <c>series-not-found</c> is code <c>SERIES_NOT_FOUND</c>.</summary>
    public static ProblemError From(ProblemException problem)
    {
        var error = new ProblemError(problem.Detail, GraphNames.UpperSnake(problem.Problem.Slug), problem.Problem.Status);
        if (problem.Errors is { Count: > 0 }) error.Extensions!["errors"] = problem.Errors;
        if (problem.Suggestions is { Count: > 0 }) error.Extensions!["suggestions"] = problem.Suggestions;
        if (problem.Candidates is { Count: > 0 }) error.Extensions!["candidates"] = problem.Candidates;
        return error;
    }

    /// <summary>A request that never reached the language.</summary>
    public static ProblemError Refused(GraphRefusedException refused) => new(refused.Message, refused.Code, refused.Status);

    public static ProblemError Argument(string name, string message)
    {
        var error = new ProblemError(message, BadArgument, StatusCodes.Status400BadRequest);
        error.Extensions!["errors"] = new Dictionary<string, string[]> { [name] = [message] };
        return error;
    }
}
