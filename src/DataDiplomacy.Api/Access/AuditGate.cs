using System.Diagnostics;
using Microsoft.Extensions.Caching.Memory;

namespace DataDiplomacy.Api.Access;

/// <summary>
/// Hands each write, and each read with a key, to the audit after it was answered; the writer keeps those reads that reached data that is not public.
/// Callers without a key or token leave none: they can neither write nor read anything but public data, and must not be able to fill the table.
/// A 304 tells that data stand as they were: it is a read of the data sets that the answer with its tag came from, which are remembered for that.
/// </summary>
public sealed class AuditGate(RequestDelegate next) : IDisposable
{
    private const int RememberedTags = 50_000;
    private readonly MemoryCache _tags = new(new MemoryCacheOptions { SizeLimit = RememberedTags });

    public async Task InvokeAsync(HttpContext http, CurrentCaller current, AuditNote note, AuditQueue queue, TimeProvider time)
    {
        try
        {
            await next(http);
        }
        finally
        {
            var isUnnamed = current.Caller.Role is not null && note.Route is not null && !note.IsWrite && IsUnnamed(http.Response, note);
            if (current.Caller.Role is not null && note.Route is { } route && (note.IsWrite || note.Datasets.Count > 0 || isUnnamed))
            {
                queue.Add(new AuditEntry
                {
                    At = Http.Instants.Truncate(time.GetUtcNow().UtcDateTime),
                    Caller = current.Caller.Name,
                    Method = http.Request.Method,
                    Route = route,
                    Datasets = note.Datasets,
                    Status = http.Response.StatusCode,
                    TraceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
                    IsWrite = note.IsWrite,
                    IsUnnamed = isUnnamed,
                });
            }
        }
    }

    public void Dispose() => _tags.Dispose();

    /// <summary>Remembers the data sets of an answer by its tag, and notes them for a 304 with that tag; true when they are not remembered.</summary>
    private bool IsUnnamed(HttpResponse response, AuditNote note)
    {
        if (response.Headers.ETag.ToString() is not { Length: > 0 } tag)
        {
            return false;
        }

        if (response.StatusCode == StatusCodes.Status200OK)
        {
            _tags.Set(tag, note.Datasets, new MemoryCacheEntryOptions { Size = 1 });
        }
        else if (response.StatusCode == StatusCodes.Status304NotModified && note.Datasets.Count == 0)
        {
            note.Add(_tags.Get<IReadOnlyList<string>>(tag) ?? []);
            return !_tags.TryGetValue(tag, out _);
        }

        return false;
    }
}
