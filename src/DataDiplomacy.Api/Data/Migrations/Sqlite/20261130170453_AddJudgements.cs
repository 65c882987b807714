using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddJudgements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "impact_statement",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    dataset_id = table.Column<string>(type: "TEXT", nullable: false),
                    version_number = table.Column<int>(type: "INTEGER", nullable: true),
                    use_id = table.Column<long>(type: "INTEGER", nullable: true),
                    agent_id = table.Column<string>(type: "TEXT", nullable: false),
                    direction = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    affected_kinds = table.Column<string>(type: "TEXT", nullable: false),
                    severity = table.Column<string>(type: "TEXT", nullable: false),
                    likelihood = table.Column<string>(type: "TEXT", nullable: true),
                    effect = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    citations = table.Column<string>(type: "TEXT", nullable: true),
                    stated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    replaces = table.Column<long>(type: "INTEGER", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_impact_statement", x => x.id);
                    table.ForeignKey(
                        name: "FK_impact_statement_agent_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agent",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_impact_statement_dataset_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "dataset",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "interpretation",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    agent_id = table.Column<string>(type: "TEXT", nullable: false),
                    target_kind = table.Column<string>(type: "TEXT", nullable: false),
                    target_iri = table.Column<string>(type: "TEXT", nullable: false),
                    dataset_id = table.Column<string>(type: "TEXT", nullable: true),
                    version_number = table.Column<int>(type: "INTEGER", nullable: true),
                    series = table.Column<string>(type: "TEXT", nullable: true),
                    area = table.Column<string>(type: "TEXT", nullable: true),
                    period_from = table.Column<string>(type: "TEXT", nullable: true),
                    period_to = table.Column<string>(type: "TEXT", nullable: true),
                    record_id = table.Column<string>(type: "TEXT", nullable: true),
                    verdict = table.Column<string>(type: "TEXT", nullable: true),
                    output = table.Column<string>(type: "TEXT", nullable: true),
                    output_as_of = table.Column<DateTime>(type: "TEXT", nullable: true),
                    stance = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    confidence = table.Column<string>(type: "TEXT", nullable: true),
                    likelihood = table.Column<string>(type: "TEXT", nullable: true),
                    method = table.Column<string>(type: "TEXT", nullable: true),
                    cited_values = table.Column<string>(type: "TEXT", nullable: true),
                    citations = table.Column<string>(type: "TEXT", nullable: true),
                    stated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    replaces = table.Column<long>(type: "INTEGER", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_interpretation", x => x.id);
                    table.ForeignKey(
                        name: "FK_interpretation_agent_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agent",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_interpretation_dataset_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "dataset",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "jurisdiction_fact",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    dataset_id = table.Column<string>(type: "TEXT", nullable: false),
                    version_number = table.Column<int>(type: "INTEGER", nullable: true),
                    aspect = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    law = table.Column<string>(type: "TEXT", nullable: false),
                    law_url = table.Column<string>(type: "TEXT", nullable: true),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    agent_id = table.Column<string>(type: "TEXT", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    replaces = table.Column<long>(type: "INTEGER", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jurisdiction_fact", x => x.id);
                    table.ForeignKey(
                        name: "FK_jurisdiction_fact_agent_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agent",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_jurisdiction_fact_dataset_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "dataset",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "use_count",
                columns: table => new
                {
                    dataset_id = table.Column<string>(type: "TEXT", nullable: false),
                    version_number = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    caller = table.Column<string>(type: "TEXT", nullable: false),
                    reads = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_use_count", x => new { x.dataset_id, x.day, x.version_number, x.channel, x.purpose, x.caller });
                    table.ForeignKey(
                        name: "FK_use_count_dataset_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "dataset",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "use_report",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    dataset_id = table.Column<string>(type: "TEXT", nullable: false),
                    version_number = table.Column<int>(type: "INTEGER", nullable: false),
                    agent_id = table.Column<string>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    citation = table.Column<string>(type: "TEXT", nullable: true),
                    used_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    used_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    replaces = table.Column<long>(type: "INTEGER", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_use_report", x => x.id);
                    table.ForeignKey(
                        name: "FK_use_report_agent_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agent",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_use_report_dataset_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "dataset",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "jurisdiction_dispute",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    dataset_id = table.Column<string>(type: "TEXT", nullable: false),
                    fact_id = table.Column<long>(type: "INTEGER", nullable: false),
                    agent_id = table.Column<string>(type: "TEXT", nullable: false),
                    claim = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    citations = table.Column<string>(type: "TEXT", nullable: true),
                    stated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    replaces = table.Column<long>(type: "INTEGER", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jurisdiction_dispute", x => x.id);
                    table.ForeignKey(
                        name: "FK_jurisdiction_dispute_agent_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agent",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_jurisdiction_dispute_jurisdiction_fact_fact_id",
                        column: x => x.fact_id,
                        principalTable: "jurisdiction_fact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_impact_statement_agent_id_id",
                table: "impact_statement",
                columns: new[] { "agent_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_impact_statement_dataset_id_id",
                table: "impact_statement",
                columns: new[] { "dataset_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_impact_statement_replaces",
                table: "impact_statement",
                column: "replaces",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_interpretation_agent_id_id",
                table: "interpretation",
                columns: new[] { "agent_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_interpretation_dataset_id_id",
                table: "interpretation",
                columns: new[] { "dataset_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_interpretation_replaces",
                table: "interpretation",
                column: "replaces",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_interpretation_series_id",
                table: "interpretation",
                columns: new[] { "series", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_interpretation_target_iri_id",
                table: "interpretation",
                columns: new[] { "target_iri", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_jurisdiction_dispute_agent_id_id",
                table: "jurisdiction_dispute",
                columns: new[] { "agent_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_jurisdiction_dispute_fact_id_id",
                table: "jurisdiction_dispute",
                columns: new[] { "fact_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_jurisdiction_dispute_replaces",
                table: "jurisdiction_dispute",
                column: "replaces",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_jurisdiction_fact_agent_id_id",
                table: "jurisdiction_fact",
                columns: new[] { "agent_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_jurisdiction_fact_dataset_id_id",
                table: "jurisdiction_fact",
                columns: new[] { "dataset_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_jurisdiction_fact_replaces",
                table: "jurisdiction_fact",
                column: "replaces",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_use_count_day",
                table: "use_count",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "IX_use_report_agent_id_id",
                table: "use_report",
                columns: new[] { "agent_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_use_report_dataset_id_id",
                table: "use_report",
                columns: new[] { "dataset_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_use_report_replaces",
                table: "use_report",
                column: "replaces",
                unique: true);

            AppendOnly.Protect(migrationBuilder, AppendOnly.Judgements);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "impact_statement");

            migrationBuilder.DropTable(
                name: "interpretation");

            migrationBuilder.DropTable(
                name: "jurisdiction_dispute");

            migrationBuilder.DropTable(
                name: "use_count");

            migrationBuilder.DropTable(
                name: "use_report");

            migrationBuilder.DropTable(
                name: "jurisdiction_fact");
        }
    }
}
