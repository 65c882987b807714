using System.IO.Compression;
using DataDiplomacy.Api.Access;
using FluentValidation;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace DataDiplomacy.Api.Http;

public static class HttpModule
{
    public static IServiceCollection AddHttp(this IServiceCollection services, IConfiguration configuration)
    {
        ValidatorOptions.Global.LanguageManager.Enabled = false;
        ValidatorOptions.Global.PropertyNameResolver = (_, member, _) => member is null ? null : System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        ValidatorOptions.Global.DisplayNameResolver = ValidatorOptions.Global.PropertyNameResolver;
        services.AddSingleton<IConfigureOptions<JsonOptions>>(new ConfigureOptions<JsonOptions>(o => WireJson.Configure(o.SerializerOptions)));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ProblemHandler>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(configuration.GetSection("RateLimits").Get<RateLimitOptions>() ?? new RateLimitOptions());
        services.AddSingleton<RateWindows>();
        services.AddSingleton(configuration.GetSection("Cors").Get<CorsOptions>() ?? new CorsOptions());
        services.AddRouting();
        services.AddSingleton<ComputedAnswers>();
        services.AddCodings();
        return services;
    }

    /// <summary>Answers are compressed as they are written. Nothing secret stands beside what a caller can choose, so that TLS is no reason against it.</summary>
    private static void AddCodings(this IServiceCollection services)
    {
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. new[] { WireFormat.Json, WireFormat.Csv, WireFormat.Ndjson, WireFormat.Svg }.Select(f => f.MediaType),
                ProblemHandler.MediaType, "application/graphql-response+json", "text/html", "text/css", "text/javascript"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
    }

    /// <summary>The order matters: what was answered is noted, faults become problems, then the route is known, then access is decided.</summary>
    public static void UseHttp(this WebApplication app)
    {
        app.UseMiddleware<AuditGate>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<CrossOrigin>();
        app.UseResponseCompression();
        app.UseExceptionHandler(_ => { });
        app.UseMiddleware<EmptyErrors>();
        app.UseMiddleware<HeadAsGet>();
        app.UseMiddleware<JsonCharset>();
        app.UseRouting();
        app.UseMiddleware<RateLimits>();
        app.UseMiddleware<AccessGate>();
        app.UseMiddleware<UseGate>();
        app.UseMiddleware<EntityTags>();
        app.UseMiddleware<IdempotentWrites>();
    }
}

/// <summary>Errors that the framework answers without a body (no such route, wrong method, body too large) become problems like all others.</summary>
public sealed class EmptyErrors(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Response.HasStarted || http.Response.ContentType is not null)
        {
            return;
        }

        var problem = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => new ProblemException(Problems.NotFound, $"There is no route {http.Request.Path}. GET /openapi/v1.json lists all."),
            StatusCodes.Status405MethodNotAllowed => new ProblemException(Problems.MethodNotAllowed, $"{http.Request.Method} is not offered at {http.Request.Path}; Allow: {http.Response.Headers.Allow}."),
            StatusCodes.Status413PayloadTooLarge => new ProblemException(Problems.TooLarge, "The body is larger than this route takes; the description of the route names the limit."),
            StatusCodes.Status415UnsupportedMediaType => new ProblemException(Problems.UnsupportedMediaType,
                $"A body of the type '{http.Request.ContentType}' is not taken at {http.Request.Path}. GET /openapi/v1.json lists the types of each route; most take application/json."),
            _ => null,
        };
        if (problem is not null)
        {
            await ProblemHandler.WriteAsync(http, problem);
        }
    }
}
