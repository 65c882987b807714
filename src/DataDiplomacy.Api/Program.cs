using DataDiplomacy.Api;
using DataDiplomacy.Api.Commands;
using DataDiplomacy.Api.Http;

if (CommandLine.IsVerb(args))
{
    return await CommandLine.RunAsync(args);
}

var builder = ApiHost.CreateBuilder(args);
var app = builder.Build();
app.UseHttp();
app.MapRoutes();
await app.PrepareAsync();
await app.RunAsync();
return 0;
