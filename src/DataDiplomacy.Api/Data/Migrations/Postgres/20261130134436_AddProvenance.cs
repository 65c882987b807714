using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddProvenance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "provenance_node",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    iri = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_entity = table.Column<bool>(type: "boolean", nullable: false),
                    is_activity = table.Column<bool>(type: "boolean", nullable: false),
                    is_agent = table.Column<bool>(type: "boolean", nullable: false),
                    dataset_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version_number = table.Column<int>(type: "integer", nullable: true),
                    record_id = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_provenance_node", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "provenance_source",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    handling = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    statements = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_provenance_source", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "provenance_statement",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    source_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    iri = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    bundle = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    arguments = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    attributes = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    recorded_from = table.Column<long>(type: "bigint", nullable: false),
                    recorded_to = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_provenance_statement", x => x.id);
                    table.ForeignKey(
                        name: "FK_provenance_statement_provenance_source_source_id",
                        column: x => x.source_id,
                        principalTable: "provenance_source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "provenance_edge",
                columns: table => new
                {
                    from_id = table.Column<long>(type: "bigint", nullable: false),
                    to_id = table.Column<long>(type: "bigint", nullable: false),
                    statement_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    handling = table.Column<short>(type: "smallint", nullable: false),
                    recorded_from = table.Column<long>(type: "bigint", nullable: false),
                    recorded_to = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_provenance_edge", x => new { x.from_id, x.to_id, x.kind, x.statement_id });
                    table.ForeignKey(
                        name: "FK_provenance_edge_provenance_node_from_id",
                        column: x => x.from_id,
                        principalTable: "provenance_node",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_provenance_edge_provenance_node_to_id",
                        column: x => x.to_id,
                        principalTable: "provenance_node",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_provenance_edge_provenance_statement_statement_id",
                        column: x => x.statement_id,
                        principalTable: "provenance_statement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_provenance_edge_down",
                table: "provenance_edge",
                columns: new[] { "to_id", "from_id", "kind", "statement_id", "recorded_from", "recorded_to", "handling" });

            migrationBuilder.CreateIndex(
                name: "IX_provenance_edge_statement_id",
                table: "provenance_edge",
                column: "statement_id");

            migrationBuilder.CreateIndex(
                name: "IX_provenance_node_iri",
                table: "provenance_node",
                column: "iri",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_provenance_source_sha256",
                table: "provenance_source",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "IX_provenance_statement_iri",
                table: "provenance_statement",
                column: "iri");

            migrationBuilder.CreateIndex(
                name: "IX_provenance_statement_source_id",
                table: "provenance_statement",
                column: "source_id");
            AppendOnly.Protect(migrationBuilder, AppendOnly.ProvenanceSources);
            AppendOnly.ProtectColumns(migrationBuilder, AppendOnly.ProvenanceStatements);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "provenance_edge");

            migrationBuilder.DropTable(
                name: "provenance_node");

            migrationBuilder.DropTable(
                name: "provenance_statement");

            migrationBuilder.DropTable(
                name: "provenance_source");
        }
    }
}
