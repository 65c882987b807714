namespace DataDiplomacy.Api.Evidence.Timestamps;

public static class TimestampModule
{
    private const int MostBytes = 1024 * 1024;

    public static IServiceCollection AddTimestamps(this IServiceCollection services, IConfiguration configuration)
    {
        var options = (configuration.GetSection("Timestamps").Get<TimestampOptions>() ?? new TimestampOptions()).Checked();
        services.AddHttpClient(TimestampCommands.Client, client =>
        {
            client.Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
            client.MaxResponseContentBufferSize = MostBytes;
        });
        return services
            .AddSingleton(options)
            .AddSingleton<TimestampCommands>()
            .AddSingleton<TimestampQueries>()
            .AddHostedService<TimestampWorker>();
    }
}
