using System.Diagnostics;

namespace DataDiplomacy.Api.Access;

/// <summary>
/// Hands each write, and each read with a key, to the audit after it was answered; the writer keeps those reads that reached data that is not public.
/// Callers without a key leave none: they can neither write nor read anything but public data, and must not be able to fill the table.
/// </summary>
public sealed class AuditGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, CurrentCaller current, AuditNote note, AuditQueue queue, TimeProvider time)
    {
        try
        {
            await next(http);
        }
        finally
        {
            if (current.Caller.Role is not null && note.Route is { } route && (note.IsWrite || note.Datasets.Count > 0))
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
                });
            }
        }
    }
}
