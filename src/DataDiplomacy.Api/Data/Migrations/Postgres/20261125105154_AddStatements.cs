using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddStatements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "evidence_statement",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    record_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    about = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    log_index = table.Column<long>(type: "bigint", nullable: false),
                    vault = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_statement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "log_timestamp",
                columns: table => new
                {
                    size = table.Column<long>(type: "bigint", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    response = table.Column<byte[]>(type: "bytea", nullable: false),
                    token = table.Column<byte[]>(type: "bytea", nullable: false),
                    gen_time = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_timestamp", x => new { x.size, x.authority });
                });

            migrationBuilder.CreateTable(
                name: "log_timestamp_queue",
                columns: table => new
                {
                    authority = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    fault = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_timestamp_queue", x => x.authority);
                });

            migrationBuilder.CreateIndex(
                name: "IX_evidence_statement_about",
                table: "evidence_statement",
                column: "about");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_statement_log_index",
                table: "evidence_statement",
                column: "log_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evidence_statement_record_id_kind_log_index",
                table: "evidence_statement",
                columns: new[] { "record_id", "kind", "log_index" });
            AppendOnly.Protect(migrationBuilder, AppendOnly.Statements);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "evidence_statement");

            migrationBuilder.DropTable(
                name: "log_timestamp");

            migrationBuilder.DropTable(
                name: "log_timestamp_queue");
        }
    }
}
