using System.Diagnostics;
using System.Text.Json;
using DataDiplomacy.Api.Data;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;

namespace DataDiplomacy.Api.Http;

/// <summary>The one place where refusals and faults become problem+json.</summary>
public sealed partial class ProblemHandler(ILogger<ProblemHandler> logger) : IExceptionHandler
{
    public const string MediaType = "application/problem+json";

    private static readonly Dictionary<Problem, string> RetryAfter = new()
    {
        [Problems.Busy] = "1",
        [Problems.DatabaseUnavailable] = "5",
        [Problems.IssuerUnavailable] = "60",
    };

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = 499;
            return true;
        }

        var refusal = Refusal(exception);
        if (refusal is null)
        {
            LogFault(logger, exception, RouteOf(httpContext));
            refusal = new ProblemException(Problems.Internal, "Something went wrong on the server. It was logged under the traceId.");
        }
        else if (refusal.Problem.Status >= StatusCodes.Status500InternalServerError)
        {
            LogTrouble(logger, exception, RouteOf(httpContext), refusal.Problem.Slug);
        }

        await WriteAsync(httpContext, refusal);
        return true;
    }

    /// <summary>The template of the route, which holds nothing of the caller; the handling of exceptions has taken the route away.</summary>
    private static string? RouteOf(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName;

    public static Task WriteAsync(HttpContext http, ProblemException refusal)
    {
        http.Response.StatusCode = refusal.Problem.Status;
        http.Response.Headers.CacheControl = "no-store";
        if (refusal.Challenge is { } code)
        {
            http.Response.Headers.WWWAuthenticate = $"Bearer error=\"{code}\", error_description=\"{refusal.ChallengeText ?? refusal.Detail}\"";
        }
        else if (refusal.Problem.Status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        if (RetryAfter.TryGetValue(refusal.Problem, out var seconds))
        {
            http.Response.Headers.RetryAfter = seconds;
        }

        return JsonSerializer.SerializeAsync(SetType(http.Response).Body, Document(http, refusal), WireJson.Options, http.RequestAborted);
    }

    public static ProblemDocument Document(HttpContext http, ProblemException refusal) => new()
    {
        Type = refusal.Problem.Slug,
        Title = refusal.Problem.Title,
        Status = refusal.Problem.Status,
        Detail = refusal.Detail,
        Errors = refusal.Errors.Count == 0 ? null : refusal.Errors,
        Suggestions = refusal.Suggestions.Count == 0 ? null : refusal.Suggestions,
        Candidates = refusal.Candidates.Count == 0 ? null : refusal.Candidates,
        TraceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
    };

    /// <summary>What the caller did wrong, or null when the fault is ours.</summary>
    public static ProblemException? Refusal(Exception exception) => exception switch
    {
        ProblemException refusal => refusal,
        ValidationException invalid => Invalid(invalid),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } e => new(Problems.TooLarge, e.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => new(Problems.UnsupportedMediaType, "Send the body as application/json."),
        BadHttpRequestException e => BindingProblems.From(e),
        IOException e when (e.HResult & 0xFFFF) is 28 or 112 => new(Problems.StorageFull, "There is no space left to store the request. Nothing was stored."),
        _ => DataFaults.Refusal(exception),
    };

    private static ProblemException Invalid(ValidationException invalid)
    {
        var errors = invalid.Errors
            .GroupBy(e => e.PropertyName.Length == 0 ? "request" : JsonNamingPolicy.CamelCase.ConvertName(e.PropertyName))
            .ToDictionary(g => g.Key, g => g.Select(e => e.ErrorMessage).Distinct().ToArray());
        return new ProblemException(Problems.InvalidRequest, string.Join(" ", errors.SelectMany(e => e.Value))) { Errors = errors };
    }

    private static HttpResponse SetType(HttpResponse response)
    {
        response.ContentType = MediaType;
        return response;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Route} was answered with {Problem}")]
    private static partial void LogTrouble(ILogger logger, Exception exception, string? route, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Route} failed")]
    private static partial void LogFault(ILogger logger, Exception exception, string? route);
}
