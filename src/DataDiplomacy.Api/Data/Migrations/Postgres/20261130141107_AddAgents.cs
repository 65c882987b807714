using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddAgents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agent",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    country = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    track = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    science_diplomacy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    handling = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agent", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agent_delegation",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    agent_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    responsible_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    replaces = table.Column<long>(type: "bigint", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agent_delegation", x => x.id);
                    table.ForeignKey(
                        name: "FK_agent_delegation_agent_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agent",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_agent_delegation_agent_responsible_id",
                        column: x => x.responsible_id,
                        principalTable: "agent",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agent_role",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    agent_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    function = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version_number = table.Column<int>(type: "integer", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    replaces = table.Column<long>(type: "bigint", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agent_role", x => x.id);
                    table.ForeignKey(
                        name: "FK_agent_role_agent_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agent",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_agent_role_dataset_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "dataset",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_agent_delegation_agent_id_id",
                table: "agent_delegation",
                columns: new[] { "agent_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_agent_delegation_replaces",
                table: "agent_delegation",
                column: "replaces",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_agent_delegation_responsible_id",
                table: "agent_delegation",
                column: "responsible_id");

            migrationBuilder.CreateIndex(
                name: "IX_agent_role_agent_id_id",
                table: "agent_role",
                columns: new[] { "agent_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_agent_role_dataset_id_id",
                table: "agent_role",
                columns: new[] { "dataset_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_agent_role_replaces",
                table: "agent_role",
                column: "replaces",
                unique: true);
            AppendOnly.Protect(migrationBuilder, AppendOnly.AgentRoles);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agent_delegation");

            migrationBuilder.DropTable(
                name: "agent_role");

            migrationBuilder.DropTable(
                name: "agent");
        }
    }
}
