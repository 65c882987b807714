using DataDiplomacy.Api.Http;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DataDiplomacy.Api.Data;

/// <summary>Tells what a database says that callers can act on (busy, full) from what is a fault of ours.</summary>
public static class DataFaults
{
    // Result codes of SQLite, https://sqlite.org/rescode.html.
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteFull = 13;

    /// <summary>The refusal for this exception or one within it; null when it is neither.</summary>
    public static ProblemException? Refusal(Exception exception)
    {
        for (var fault = exception; fault is not null; fault = fault.InnerException)
        {
            if (ProblemOf(fault) is { } problem)
            {
                return new ProblemException(problem, problem == Problems.Busy
                    ? "The database is busy with other writes. Nothing was stored; send the request again after the time that Retry-After says."
                    : "There is no space left to store the request. Nothing was stored.");
            }
        }

        return null;
    }

    private static Problem? ProblemOf(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => Problems.Busy,
        SqliteException { SqliteErrorCode: SqliteFull } => Problems.StorageFull,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Problems.StorageFull,
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.CannotConnectNow } => Problems.Busy,
        _ => null,
    };
}
