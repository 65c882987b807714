using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Postgres
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version_number = table.Column<int>(type: "integer", nullable: true),
                    use_id = table.Column<long>(type: "bigint", nullable: true),
                    agent_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    direction = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    level = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    affected_kinds = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    severity = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    likelihood = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    effect = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    citations = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    stated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    replaces = table.Column<long>(type: "bigint", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false)
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    agent_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    target_kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    target_iri = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dataset_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version_number = table.Column<int>(type: "integer", nullable: true),
                    series = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    area = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    period_from = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    period_to = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    record_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    verdict = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    output = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    output_as_of = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    stance = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    confidence = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    likelihood = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    method = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    cited_values = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    citations = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    stated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    replaces = table.Column<long>(type: "bigint", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false)
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version_number = table.Column<int>(type: "integer", nullable: true),
                    aspect = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    law = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    law_url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    basis = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    agent_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    replaces = table.Column<long>(type: "bigint", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false)
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
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    purpose = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    caller = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reads = table.Column<long>(type: "bigint", nullable: false)
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    agent_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    purpose = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    citation = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    used_from = table.Column<DateOnly>(type: "date", nullable: true),
                    used_to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    replaces = table.Column<long>(type: "bigint", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false)
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fact_id = table.Column<long>(type: "bigint", nullable: false),
                    agent_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    claim = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    outcome = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    citations = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    stated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    replaces = table.Column<long>(type: "bigint", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false)
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
