namespace DataDiplomacy.Api.Http;

/// <summary>Swagger UI.</summary>
public static class SwaggerPage
{
    /// <summary>
    /// The page fills every field that has an example and sends all of them, so that a first try would ask for a cursor that does not exist. Here it
    /// fills what is needed and shows the other examples in words. One line, because the page reads it from a string.
    /// </summary>
    private const string FillOnlyWhatIsNeeded =
        "(response) => { if (response.url.endsWith('/openapi/v1.json')) { const api = JSON.parse(response.text); "
        + "for (const path of Object.values(api.paths)) for (const operation of Object.values(path)) for (const p of operation.parameters ?? []) "
        + "if (!p.required && p.example !== undefined) { "
        + "const isObject = p.schema.type === 'object'; "
        + "p.description += ' Example: ' + (isObject ? JSON.stringify(p.example) : [p.example].flat().join()); "
        + "if (isObject) p.example = {}; else delete p.example; } "
        + "response.text = JSON.stringify(api); } return response; }";

    public static void UseSwaggerPage(this WebApplication app) => app.UseSwaggerUI(o =>
    {
        o.SwaggerEndpoint("/openapi/v1.json", "DataDiplomacy v1");
        o.DocumentTitle = "DataDiplomacy API";
        o.EnableTryItOutByDefault();
        o.EnableDeepLinking();
        o.UseResponseInterceptor(FillOnlyWhatIsNeeded);
    });
}
