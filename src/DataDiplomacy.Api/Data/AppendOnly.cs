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

    /// <summary>What agents are to data sets, and for whom they act.</summary>
    public static readonly IReadOnlyList<string> AgentRoles = ["agent_role", "agent_delegation"];

    /// <summary>What was measured of versions.</summary>
    public static readonly IReadOnlyList<string> DatasetProfiles = ["dataset_profile"];

    /// <summary>Where what was stated of the origin of things came from.</summary>
    public static readonly IReadOnlyList<string> ProvenanceSources = ["provenance_source"];

    /// <summary>What was stated of the origin of things. That it is held no more, <c>recorded_to</c>, is the only thing that is ever written again.</summary>
    public static readonly IReadOnlyDictionary<string, string> ProvenanceStatements = new Dictionary<string, string>
    {
        ["provenance_statement"] = "id, source_id, kind, iri, bundle, arguments, attributes, recorded_from",
        ["provenance_edge"] = "from_id, to_id, statement_id, kind, handling, recorded_from",
    };

    /// <summary>What is held under which agreements; only its end is ever written again, with who released it and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> ProvenanceBindings = new Dictionary<string, string>
    {
        ["provenance_binding"] = "id, agreement_id, node_id, dataset_id, is_seed, recorded_from",
    };

    /// <summary>The things of which origin is stated. What else they turn out to be, who says them, and their place in the order, is written again.</summary>
    public static readonly IReadOnlyDictionary<string, string> ProvenanceNodes = new Dictionary<string, string>
    {
        ["provenance_node"] = "id, iri, dataset_id, version_number, record_id",
    };

    /// <summary>Terms, offers, and what was done in negotiations, agreements and transfers.</summary>
    public static readonly IReadOnlyList<string> Agreements =
        ["data_policy", "dataset_offer", "negotiation_move", "agreement_event", "agreement_notification", "duty_fulfilment", "transfer_move"];

    /// <summary>What agents say of data: what they mean, who used them, what they did, and under which law.</summary>
    public static readonly IReadOnlyList<string> Judgements = ["interpretation", "use_report", "impact_statement", "jurisdiction_fact", "jurisdiction_dispute"];

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

    /// <summary>Adds triggers that let columns alone that are not named; after <see cref="Protect"/>, which makes the function of PostgreSQL.</summary>
    public static void ProtectColumns(MigrationBuilder migration, IReadOnlyDictionary<string, string> columns)
    {
        var isPostgres = migration.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true;
        foreach (var (table, fixedColumns) in columns)
        {
            foreach (var change in new[] { $"UPDATE OF {fixedColumns}", "DELETE" })
            {
                var name = $"{table}_no_{change[..6].ToLowerInvariant()}";
                migration.Sql(isPostgres
                    ? $"CREATE TRIGGER {name} BEFORE {change} ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();"
                    : $"CREATE TRIGGER {name} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or deleted'); END;");
            }

            if (isPostgres) migration.Sql($"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
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
