using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Time;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Timestamps;

/// <summary>
/// Has checkpoints stamped by each authority (RFC 3161). What waits is the newest checkpoint: a stamp covers every entry before it, and one that comes
/// late for an older checkpoint would prove nothing more. A stamp is kept only if it verifies under the pinned roots; what failed is kept with its reason.
/// </summary>
public sealed partial class TimestampCommands(
    IDbContextFactory<DataContext> contexts, IHttpClientFactory clients, TimestampOptions options, TimeProvider time, ILogger<TimestampCommands> logger)
{
    /// <summary>The name of the client of authorities.</summary>
    public const string Client = "timestamps";

    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastRetry = TimeSpan.FromHours(1);

    /// <summary>Asks each authority whose turn it is.</summary>
    public async Task StampDueAsync(CancellationToken cancellationToken)
    {
        foreach (var authority in options.Authorities)
        {
            await StampAsync(authority, cancellationToken);
        }
    }

    private async Task StampAsync(TimestampAuthority authority, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var queued = await context.TimestampQueue.FirstOrDefaultAsync(q => q.Authority == authority.Name, cancellationToken);
        var now = Now();
        if (queued is not null && queued.DueAt > now)
        {
            return;
        }

        var last = await context.Timestamps.Where(t => t.Authority == authority.Name).MaxAsync(t => (long?)t.Size, cancellationToken) ?? 0;
        if (await context.SealedCheckpoints.AsNoTracking().Where(c => c.Size > last).OrderByDescending(c => c.Size).FirstOrDefaultAsync(cancellationToken) is not { } newest)
        {
            return;
        }

        if (queued is null)
        {
            queued = new TimestampQueueEntry { Authority = authority.Name, Attempts = 0, Fault = null, DueAt = now };
            context.TimestampQueue.Add(queued);
        }

        var (stamp, fault) = await AskAsync(authority, newest.Size, Encoding.UTF8.GetBytes(newest.Note), cancellationToken);
        if (stamp is not null)
        {
            context.Timestamps.Add(stamp);
        }
        else
        {
            LogUnstamped(logger, newest.Size, authority.Name, fault);
        }

        queued.Attempts = stamp is null ? queued.Attempts + 1 : 0;
        queued.Fault = fault;
        queued.DueAt = Now() + (stamp is null ? Pause(queued.Attempts) : TimeSpan.FromSeconds(options.EverySeconds));
        await SaveAsync(context, authority, newest.Size, cancellationToken);
    }

    private static async Task SaveAsync(DataContext context, TimestampAuthority authority, long size, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (context.Timestamps.AsNoTracking().Any(t => t.Authority == authority.Name && t.Size == size))
        {
            // Another server over this database was first: its stamp counts.
        }
    }

    /// <summary>The stamp, or why there is none.</summary>
    private async Task<(StoredTimestamp? Stamp, string? Fault)> AskAsync(TimestampAuthority authority, long size, byte[] note, CancellationToken cancellationToken)
    {
        var query = TimestampRequest.Build(SHA256.HashData(note), HashAlgorithmName.SHA256, RandomNumberGenerator.GetBytes(8), authority.Policy);
        byte[] response;
        try
        {
            using var client = clients.CreateClient(Client);
            using var content = new ByteArrayContent(query) { Headers = { ContentType = new MediaTypeHeaderValue("application/timestamp-query") } };
            using var answer = await client.PostAsync(authority.Url, content, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                return (null, $"The authority answered {(int)answer.StatusCode}.");
            }

            response = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (HttpRequestException e)
        {
            return (null, $"The authority could not be asked: {e.HttpRequestError}.");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"The authority did not answer within {options.TimeoutSeconds} seconds.");
        }

        var verdict = TimestampVerification.Verify(response, TimestampSubject.OfData(note), new TimestampTrust([.. authority.Certificates()], []), query);
        return verdict is { Accepted: true, Statement: { } statement } && TimestampAnswer.Read(response) is { Status: not null, Token: { } token }
            ? (NewStamp(authority, size, response, token, statement), null)
            : (null, verdict.Accepted ? "The authority answered with a bare token instead of a response." : verdict.Explanation);
    }

    private StoredTimestamp NewStamp(TimestampAuthority authority, long size, byte[] response, byte[] token, TimestampStatement statement) => new()
    {
        Size = size,
        Authority = authority.Name,
        Response = response,
        Token = token,
        GenTime = Instants.Truncate(statement.GenTime.UtcDateTime),
        ReceivedAt = Now(),
    };

    private DateTime Now() => Instants.Truncate(time.GetUtcNow().UtcDateTime);

    private static TimeSpan Pause(int attempts) => TimeSpan.FromTicks(Math.Min(LastRetry.Ticks, FirstRetry.Ticks << Math.Min(attempts - 1, 16)));

    [LoggerMessage(EventId = 4201, Level = LogLevel.Warning, Message = "The checkpoint of {Size} entries was not stamped by {Authority}; it is tried again: {Why}")]
    private static partial void LogUnstamped(ILogger logger, long size, string authority, string? why);
}
