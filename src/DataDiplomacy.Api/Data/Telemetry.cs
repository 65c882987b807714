using System.Diagnostics.Metrics;
using DataDiplomacy.Api.Http;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DataDiplomacy.Api.Data;

/// <summary>Traces and metrics by OpenTelemetry, sent by OTLP when OTEL_EXPORTER_OTLP_ENDPOINT says where to; without it nothing is collected.</summary>
public static class Telemetry
{
    private const string Name = "DataDiplomacy";
    private static readonly Meter Meter = new(Name, Product.Version);

    /// <summary>Imports that ended, by state.</summary>
    public static readonly Counter<long> Imports = Meter.CreateCounter<long>("datadiplomacy.imports", "{import}", "Imports that ended, by state.");

    /// <summary>Rows of files that were read.</summary>
    public static readonly Counter<long> RowsRead = Meter.CreateCounter<long>("datadiplomacy.import.rows", "{row}", "Rows of files that were read.");

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("DataDiplomacy.Api", serviceVersion: Product.Version))
            .WithTracing(t => t.AddAspNetCoreInstrumentation().AddNpgsql().AddOtlpExporter())
            .WithMetrics(m => m.AddAspNetCoreInstrumentation().AddMeter(Name, "Npgsql", "System.Runtime").AddOtlpExporter());
        return services;
    }
}
