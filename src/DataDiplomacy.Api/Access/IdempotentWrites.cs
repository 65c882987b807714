using System.Collections.Concurrent;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Imports;
using Microsoft.Extensions.Primitives;

namespace DataDiplomacy.Api.Access;

/// <summary>
/// One effect for each Idempotency-Key, however often and at whatever moment its request is sent again: the key is claimed, the effect and its mark
/// are one transaction (<see cref="Data.EffectMarker"/>), then the answer is kept. A claim without the mark has had no effect and is taken over;
/// with the mark but without an answer the effect is there, and the caller is told to look at it. Refusals are not kept: nothing happened.
/// </summary>
public sealed class IdempotentWrites(RequestDelegate next, IdempotencyCommands records, ISealedAnswers answers, CurrentClaim current, ImportOptions imports)
{
    public const string Header = "Idempotency-Key";

    // Requests of this server with the same key wait for each other.
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _running = new(StringComparer.Ordinal);

    /// <summary>True for the writes that a key may make safe; what needs no role stores nothing.</summary>
    public static bool Covers(string method, AccessRule? rule) =>
        rule is { Minimum: not null, IsShownOnce: false } && (HttpMethods.IsPost(method) || HttpMethods.IsPut(method) || HttpMethods.IsDelete(method) || HttpMethods.IsPatch(method));

    public async Task InvokeAsync(HttpContext http)
    {
        var rule = http.GetEndpoint()?.Metadata.GetMetadata<AccessRule>();
        if (rule is { IsShownOnce: true } && http.Request.Headers.ContainsKey(Header))
        {
            throw ProblemException.Invalid(Header, $"{Header} is not taken here: the answer holds a secret, of which no copy is kept. If the answer is lost, revoke the key and issue another.");
        }

        if (!http.Request.Headers.ContainsKey(Header) || !Covers(http.Request.Method, rule))
        {
            await next(http);
            return;
        }

        using var request = await WriteRequest.ReadAsync(http, http.RequestAborted);
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (_running.GetOrAdd(request.Id, mine) is var running && running != mine)
        {
            await running.Task.WaitAsync(http.RequestAborted);
        }

        try
        {
            await RunAsync(http, request);
        }
        finally
        {
            _running.TryRemove(request.Id, out _);
            mine.SetResult();
        }
    }

    private async Task RunAsync(HttpContext http, WriteRequest request)
    {
        var (claim, before) = await records.ClaimAsync(request.Id, request.Hash, http.RequestAborted);
        if (before is not null && !await request.IsAsync(before, http, imports, http.RequestAborted))
        {
            throw new ProblemException(Problems.IdempotencyKeyReused,
                "The Idempotency-Key was sent before with another request. Nothing was done. Send the same method, address and body as then, or a new key.");
        }

        if (before?.Status is { } status and not Claim.TookEffect)
        {
            await ReplayAsync(http, before, status);
            return;
        }

        claim ??= before is { Status: null } ? await records.TakeOverAsync(before, http.RequestAborted) : null;
        await ActAsync(http, request, claim ?? throw new ProblemException(Problems.AnswerLost,
            "The first request with this Idempotency-Key took effect, but the server stopped before it kept the answer. Nothing was done now. Read what it was to write: it is there."));
    }

    private async Task ActAsync(HttpContext http, WriteRequest request, Claim claim)
    {
        var (body, kept) = (http.Response.Body, new MemoryStream());
        request.Follow(http);
        http.Response.Body = kept;
        // A caller who hangs up will ask again: the answer should be there then.
        http.RequestAborted = CancellationToken.None;
        claim.WholeHash = () => request.WholeHash;
        current.Claim = claim;
        var isDone = false;
        try
        {
            await next(http);
            isDone = http.Response.StatusCode is >= 200 and < 300;
        }
        finally
        {
            current.Claim = null;
            http.Response.Body = body;
            if (!isDone)
            {
                await records.ReleaseAsync(claim, CancellationToken.None);
            }
        }

        if (isDone)
        {
            await records.KeepAsync(claim, AnswerOf(http.Response, request, claim, kept), CancellationToken.None);
        }

        if (kept.Length > 0)
        {
            await body.WriteAsync(kept.ToArray(), CancellationToken.None);
        }
    }

    private static IdempotencyRecord AnswerOf(HttpResponse response, WriteRequest request, Claim claim, MemoryStream body) => new()
    {
        Id = claim.Id,
        RequestHash = request.WholeHash,
        CreatedAt = claim.At,
        Status = response.StatusCode,
        ContentType = response.ContentType,
        Location = NullIfEmpty(response.Headers.Location),
        ETag = NullIfEmpty(response.Headers.ETag),
        Body = claim.Seal is { } seal ? seal.Close(body.ToArray()) : body.ToArray(),
        Subject = claim.Seal?.Subject,
    };

    private async Task ReplayAsync(HttpContext http, IdempotencyRecord answer, int status)
    {
        var kept = answer is { Subject: { } subject, Body: { } closed }
            ? answers.Open(subject, closed) ?? throw new ProblemException(Problems.AnswerLost,
                $"The first request with this Idempotency-Key took effect. Since then {subject.Replace(AnswerSeal.Both.ToString(), " or ", StringComparison.Ordinal)} was erased, and with it what the answer said. Nothing was done now.")
            : answer.Body;
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = answer.ContentType;
        response.Headers.Location = answer.Location;
        response.Headers.ETag = answer.ETag;
        response.Headers["Idempotency-Replayed"] = "true";
        if (kept is { Length: > 0 } body)
        {
            await response.Body.WriteAsync(body, http.RequestAborted);
        }
    }

    private static string? NullIfEmpty(StringValues value) => StringValues.IsNullOrEmpty(value) ? null : value.ToString();
}
