using Microsoft.EntityFrameworkCore.Migrations;

namespace DataDiplomacy.Api.Data;

/// <summary>Says of what stands in the graph already who says it; for the migration that adds the column.</summary>
internal static class SpokenNodes
{
    private static readonly (string Table, string Of, string Iri)[] Kinds =
    [
        ("interpretation", "dataset_id", "'v1/datasets/' || f.dataset_id || '/interpretations/' || f.id"),
        ("interpretation", "record_id", "'v1/evidence/' || f.record_id || '/interpretations/' || f.id"),
        ("use_report", "dataset_id", "'v1/datasets/' || f.dataset_id || '/uses/' || f.id"),
        ("impact_statement", "dataset_id", "'v1/datasets/' || f.dataset_id || '/impacts/' || f.id"),
        ("jurisdiction_fact", "dataset_id", "'v1/datasets/' || f.dataset_id || '/jurisdictions/' || f.id"),
        ("jurisdiction_dispute", "dataset_id", "'v1/datasets/' || f.dataset_id || '/disputes/' || f.id"),
    ];

    /// <summary>One statement for each kind.</summary>
    public static IEnumerable<string> Statements => Kinds.Select(k => $"UPDATE provenance_node SET agent_id = f.agent_id FROM {k.Table} f WHERE f.{k.Of} IS NOT NULL AND provenance_node.iri = {k.Iri};");

    public static void Fill(MigrationBuilder migration)
    {
        foreach (var statement in Statements) migration.Sql(statement);
    }
}
