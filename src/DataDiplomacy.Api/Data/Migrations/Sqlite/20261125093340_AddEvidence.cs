using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Sqlite
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
                    record_id = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    envelope = table.Column<byte[]>(type: "BLOB", nullable: false),
                    log_index = table.Column<long>(type: "INTEGER", nullable: false),
                    vault = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custody_event", x => new { x.record_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "erasure_request",
                columns: table => new
                {
                    record_id = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    vault = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erasure_request", x => x.record_id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_record",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    sensitivity = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    blob_ref = table.Column<string>(type: "TEXT", nullable: false),
                    content_index = table.Column<string>(type: "TEXT", nullable: true),
                    vault = table.Column<byte[]>(type: "BLOB", nullable: false),
                    log_index = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_index = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    legal_hold = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_erased = table.Column<bool>(type: "INTEGER", nullable: false),
                    redaction_of = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_record", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "log_checkpoint",
                columns: table => new
                {
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    root = table.Column<byte[]>(type: "BLOB", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    sealed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_checkpoint", x => x.size);
                });

            migrationBuilder.CreateTable(
                name: "log_cosignature",
                columns: table => new
                {
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    witness = table.Column<string>(type: "TEXT", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_cosignature", x => new { x.size, x.witness });
                });

            migrationBuilder.CreateTable(
                name: "log_dataset_version",
                columns: table => new
                {
                    dataset_id = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    log_index = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_dataset_version", x => new { x.dataset_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "log_entry",
                columns: table => new
                {
                    index = table.Column<long>(type: "INTEGER", nullable: false),
                    entry = table.Column<byte[]>(type: "BLOB", nullable: false),
                    leaf_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    appended_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_entry", x => x.index);
                });

            migrationBuilder.CreateTable(
                name: "log_node",
                columns: table => new
                {
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    index = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
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
