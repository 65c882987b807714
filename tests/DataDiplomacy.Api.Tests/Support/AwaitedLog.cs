using Microsoft.Extensions.Logging;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>Waits for the first message that contains a text: for what happens behind the door and shows only in the log.</summary>
internal sealed class AwaitedLog(string text) : ILoggerProvider, ILogger
{
    private readonly TaskCompletionSource<string> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<string> MessageAsync(CancellationToken cancellationToken) => _found.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (formatter(state, exception) is var message && message.Contains(text, StringComparison.Ordinal))
            _found.TrySetResult(message);
    }

    public void Dispose()
    {
    }
}
