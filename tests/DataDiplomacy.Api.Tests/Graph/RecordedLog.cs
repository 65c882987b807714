using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DataDiplomacy.Api.Tests.Graph;

/// <summary>Keeps what is logged as an error.</summary>
public sealed class RecordedLog : ILoggerProvider
{
    public ConcurrentQueue<string> Errors { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Recorder(this);

    public void Dispose()
    {
    }

    private sealed class Recorder(RecordedLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) log.Errors.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
