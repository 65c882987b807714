using Microsoft.EntityFrameworkCore.Migrations;

namespace DataDiplomacy.Api.Data;

/// <summary>Tables of which the database itself refuses to change or delete a row, whoever asks: the ledger is only ever added to.</summary>
public static class AppendOnly
{
    /// <summary>The tables of the ledger.</summary>
    public static readonly IReadOnlyList<string> Ledger = ["log_entry", "log_node", "log_checkpoint", "log_cosignature", "log_dataset_version", "custody_event"];

    /// <summary>Signed statements about records, and the time-stamps of checkpoints.</summary>
    public static readonly IReadOnlyList<string> Statements = ["evidence_statement", "log_timestamp"];

    /// <summary>The archive of keys by which e-mails are checked.</summary>
    public static readonly IReadOnlyList<string> MailKeys = ["mail_key"];

    /// <summary>What series are measured against.</summary>
    public static readonly IReadOnlyList<string> SeriesTargets = ["series_target"];

    private static readonly string[] Changes = ["UPDATE", "DELETE"];

    /// <summary>Adds the triggers to a migration.</summary>
    public static void Protect(MigrationBuilder migration, IReadOnlyList<string> tables)
    {
        var isPostgres = migration.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true;
        if (isPostgres)
        {
            migration.Sql(
                """
                CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME; END $$;
                """);
        }

        foreach (var table in tables)
        {
            foreach (var sql in isPostgres ? ForPostgres(table) : ForSqlite(table))
            {
                migration.Sql(sql);
            }
        }
    }

    private static IEnumerable<string> ForSqlite(string table) => Changes.Select(change =>
        $"CREATE TRIGGER {table}_no_{change.ToLowerInvariant()} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or deleted'); END;");

    private static IEnumerable<string> ForPostgres(string table) =>
    [
        $"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();",
        $"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();",
    ];
}
