using System.Runtime.CompilerServices;
using DataDiplomacy.Api.Http;
using GraphQL;
using GraphQL.Execution;

namespace DataDiplomacy.Api.Graph;

/// <summary>Decides what a caller sees of a failure: our problems, the language's own errors, and nothing else.</summary>
public sealed partial class GraphErrors(ILogger<GraphErrors> logger) : ErrorInfoProvider
{
    public const string InternalCode = "INTERNAL";
    public const string InternalMessage = "Internal error.";

    /// <summary>More errors help nobody and make a small request cause a large answer.</summary>
    public const int MaxErrors = 10;

    /// <summary>Messages quote names of the query, which may be as long as the query itself, and ten of them may quote the same.</summary>
    public const int MaxMessage = 500;

    private const string NoField = "(no field)";

    // One failed batch fails hundreds of fields with the same exception: it is logged once.
    private readonly ConditionalWeakTable<Exception, object> logged = [];

    public override ErrorInfo GetInfo(ExecutionError executionError) => executionError switch
    {
        ProblemError problem => Shown(problem),
        { InnerException: { } inner } when ProblemHandler.Refusal(inner) is { } refusal => Shown(ProblemError.From(refusal)),
        DocumentError or RequestError or TimeoutError => Shown(executionError, executionError.Code),
        _ => Hidden(executionError),
    };

    /// <summary>Keeps the first errors only.</summary>
    public static void Cap(ExecutionResult result)
    {
        if (result.Errors is not { Count: > MaxErrors } all) return;
        var few = new ExecutionErrors();
        few.AddRange(all.Take(MaxErrors));
        result.Errors = few;
    }

    /// <summary>Called by the executer for each exception that is not a GraphQL error.</summary>
    public void OnUnhandled(UnhandledExceptionContext context)
    {
        if (ProblemHandler.Refusal(context.OriginalException) is { } problem)
        {
            context.Exception = ProblemError.From(problem);
            return;
        }

        context.ErrorMessage = InternalMessage;
        if (context.Context is null) LogSchemaFailure(logger, context.OriginalException);
        else LogOnce(context.OriginalException, NameOf(context.FieldContext));
        _ = logged.TryAdd(context.OriginalException, context.OriginalException);
    }

    // An item of a list has no parent type, whatever the library's annotation says.
    private static string NameOf(IResolveFieldContext? field) =>
        field is null ? NoField : $"{field.ParentType?.Name ?? "[]"}.{field.FieldDefinition.Name}";

    private static ErrorInfo Shown(ProblemError error) => new() { Message = error.Message, Extensions = error.Extensions };

    private static ErrorInfo Shown(ExecutionError error, string? code) =>
        new() { Message = Shorten(error.Message), Extensions = new Dictionary<string, object?> { ["code"] = code } };

    private static string Shorten(string message)
    {
        if (message.Length <= MaxMessage) return message;
        // Half of a surrogate pair could not be written.
        var end = char.IsHighSurrogate(message[MaxMessage - 1]) ? MaxMessage - 1 : MaxMessage;
        return message[..end] + "…";
    }

    private ErrorInfo Hidden(ExecutionError error)
    {
        LogOnce(error.InnerException ?? error, NoField);
        return new() { Message = InternalMessage, Extensions = new Dictionary<string, object?> { ["code"] = InternalCode } };
    }

    private void LogOnce(Exception failure, string field)
    {
        if (logged.TryAdd(failure, failure)) LogFailure(logger, field, TypesOf(failure), failure.StackTrace);
    }

    // The messages stay out of the log: drivers and parsers put the offending values in them.
    private static string TypesOf(Exception failure) =>
        failure.InnerException is { } inner ? $"{failure.GetType()} <- {TypesOf(inner)}" : failure.GetType().ToString();

    [LoggerMessage(Level = LogLevel.Error, Message = "GraphQL field {Field} failed: {Exceptions}\n{Stack}")]
    private static partial void LogFailure(ILogger logger, string field, string exceptions, string? stack);

    // Before execution no data has been read: the message can only be about the schema.
    [LoggerMessage(Level = LogLevel.Error, Message = "The GraphQL schema cannot be used")]
    private static partial void LogSchemaFailure(ILogger logger, Exception failure);
}
