using System.Text.Json;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Dataspace;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>How the doors for messages of the Dataspace Protocol 2025-1 refuse one.</summary>
internal static class DataspaceErrorFormats
{
    /// <summary>
    /// Answers a message, and refuses it by the error message of the protocol where the caller accepts <c>application/ld+json</c> and the message names the
    /// process on both sides, as that error has to. Others get the problem that all doors give.
    /// </summary>
    public static async Task<IResult> AnswerAsync(HttpContext http, Func<ReadOnlyMemory<byte>, Task<IResult>> take, Func<string, string, ProblemException, DataspaceReasonedMessage> error)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var bytes = body.ToArray();
        try
        {
            return await take(bytes);
        }
        catch (ProblemException problem) when (Accepts(http))
        {
            if (NamesOf(bytes) is not var (provider, consumer)) throw;
            return DataspaceFormats.Answer(error(provider, consumer, problem), problem.Problem.Status);
        }
    }

    /// <summary>Answers what asks for a catalogue or a data set, and refuses it by the error message of the protocol where the caller accepts that.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext http, Func<Task<IResult>> find)
    {
        try
        {
            return await find();
        }
        catch (ProblemException problem) when (Accepts(http))
        {
            return DataspaceFormats.Answer(new CatalogError { Code = problem.Problem.Slug, Reason = ReasonsOf(problem) }, problem.Problem.Status);
        }
    }

    /// <summary>What a refusal says, as the reasons of an error message.</summary>
    public static IReadOnlyList<JsonElement> ReasonsOf(ProblemException problem) => [JsonSerializer.SerializeToElement(problem.Detail)];

    private static bool Accepts(HttpContext http) =>
        http.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals(DataspaceFormats.Dsp.MediaType, StringComparison.OrdinalIgnoreCase) && accepted.Quality is null or > 0);

    private static (string Provider, string Consumer)? NamesOf(byte[] bytes)
    {
        try
        {
            return DataspaceMessages.PidsOf(DataspaceJson.ReadAny(bytes)) is ({ } provider, { } consumer) ? (provider, consumer) : null;
        }
        catch (DataspaceFormatException)
        {
            return null;
        }
    }
}
