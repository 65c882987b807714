using DataDiplomacy.Api.Graph;

namespace DataDiplomacy.Api.Commands;

/// <summary><c>schema DIR</c>: writes what clients generate from, byte-equal to what is served. No database is touched.</summary>
internal static class SchemaCommand
{
    public static async Task<int> RunAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        folder.Create();
        await using var app = VerbHost.Build();
        // Routes are described from the list that the pipeline fills; nothing starts here, so it is filled by hand.
        app.UseRouting();
        app.MapRoutes();
        app.UseEndpoints(_ => { });
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "openapi.v1.json"), await Http.OpenApi.WriteAsync(app), cancellationToken);
        var schema = ApiSchema.Write(app.Services);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "schema.graphql"), schema, cancellationToken);
        return 0;
    }
}
