using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "custody_event",
                columns: table => new
                {
                    record_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    envelope = table.Column<byte[]>(type: "bytea", nullable: false),
                    log_index = table.Column<long>(type: "bigint", nullable: false),
                    vault = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custody_event", x => new { x.record_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "erasure_request",
                columns: table => new
                {
                    record_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    vault = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erasure_request", x => x.record_id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_record",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sensitivity = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    case_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    blob_ref = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content_index = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    vault = table.Column<byte[]>(type: "bytea", nullable: false),
                    log_index = table.Column<long>(type: "bigint", nullable: false),
                    changed_index = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    legal_hold = table.Column<bool>(type: "boolean", nullable: false),
                    is_erased = table.Column<bool>(type: "boolean", nullable: false),
                    redaction_of = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_record", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "log_checkpoint",
                columns: table => new
                {
                    size = table.Column<long>(type: "bigint", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sealed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_checkpoint", x => x.size);
                });

            migrationBuilder.CreateTable(
                name: "log_cosignature",
                columns: table => new
                {
                    size = table.Column<long>(type: "bigint", nullable: false),
                    witness = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    line = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_cosignature", x => new { x.size, x.witness });
                });

            migrationBuilder.CreateTable(
                name: "log_dataset_version",
                columns: table => new
                {
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    log_index = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_dataset_version", x => new { x.dataset_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "log_entry",
                columns: table => new
                {
                    index = table.Column<long>(type: "bigint", nullable: false),
                    entry = table.Column<byte[]>(type: "bytea", nullable: false),
                    leaf_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    appended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_entry", x => x.index);
                });

            migrationBuilder.CreateTable(
                name: "log_node",
                columns: table => new
                {
                    level = table.Column<int>(type: "integer", nullable: false),
                    index = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_node", x => new { x.level, x.index });
                });

            migrationBuilder.CreateIndex(
                name: "IX_custody_event_log_index",
                table: "custody_event",
                column: "log_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evidence_record_case_id",
                table: "evidence_record",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_record_changed_index",
                table: "evidence_record",
                column: "changed_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evidence_record_content_index",
                table: "evidence_record",
                column: "content_index");

            migrationBuilder.CreateIndex(
                name: "IX_log_dataset_version_sequence",
                table: "log_dataset_version",
                column: "sequence",
                unique: true);
            AppendOnly.Protect(migrationBuilder, AppendOnly.Ledger);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "custody_event");

            migrationBuilder.DropTable(
                name: "erasure_request");

            migrationBuilder.DropTable(
                name: "evidence_record");

            migrationBuilder.DropTable(
                name: "log_checkpoint");

            migrationBuilder.DropTable(
                name: "log_cosignature");

            migrationBuilder.DropTable(
                name: "log_dataset_version");

            migrationBuilder.DropTable(
                name: "log_entry");

            migrationBuilder.DropTable(
                name: "log_node");
        }
    }
}
