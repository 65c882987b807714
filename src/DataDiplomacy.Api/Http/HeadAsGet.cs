namespace DataDiplomacy.Api.Http;

/// <summary>
/// Answers HEAD wherever GET is offered (RFC 9110, sections 9.1 and 9.3.2: every server must). The handler of GET runs and the server, which
/// remembers that the caller sent HEAD, keeps the body back.
/// </summary>
public sealed class HeadAsGet(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
        }
    }
}
