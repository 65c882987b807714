using System.Net.Sockets;
using DataDiplomacy.Api.Http;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DataDiplomacy.Api.Data;

/// <summary>Tells what a database says that callers can act on (busy, full, away) from what is a fault of ours.</summary>
public static class DataFaults
{
    // Result codes of SQLite, https://sqlite.org/rescode.html.
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteInputOutput = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    /// <summary>The refusal for this exception or one within it; null when it is neither.</summary>
    public static ProblemException? Refusal(Exception exception)
    {
        for (var fault = exception; fault is not null; fault = fault.InnerException)
        {
            if (ProblemOf(fault) is { } problem)
            {
                return new ProblemException(problem, TextOf(problem));
            }
        }

        return null;
    }

    private static string TextOf(Problem problem) =>
        problem == Problems.Busy ? "The database is busy with other writes. Nothing was stored; send the request again after the time that Retry-After says."
        : problem == Problems.StorageFull ? "There is no space left to store the request. Nothing was stored."
        : "The database does not answer. A read may be sent again after the time that Retry-After says. Whether a write took effect is not known: send it again with the same Idempotency-Key, or read what it was to write.";

    private static Problem? ProblemOf(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => Problems.Busy,
        SqliteException { SqliteErrorCode: SqliteFull } => Problems.StorageFull,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Problems.StorageFull,
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.CannotConnectNow } => Problems.Busy,
        // A FATAL error ends the session: the server stops, starts or takes no connections.
        PostgresException { InvariantSeverity: "FATAL" or "PANIC" } => Problems.DatabaseUnavailable,
        SqliteException { SqliteErrorCode: SqliteInputOutput or SqliteCannotOpen } => Problems.DatabaseUnavailable,
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException } => Problems.DatabaseUnavailable,
        _ => null,
    };
}
