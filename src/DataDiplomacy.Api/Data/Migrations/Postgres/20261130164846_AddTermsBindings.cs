using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddTermsBindings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "made_from",
                table: "import",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "provenance_binding",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agreement_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    node_id = table.Column<long>(type: "bigint", nullable: false),
                    dataset_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    is_seed = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_from = table.Column<long>(type: "bigint", nullable: false),
                    recorded_to = table.Column<long>(type: "bigint", nullable: false),
                    released_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    release_reason = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_provenance_binding", x => x.id);
                    table.ForeignKey(
                        name: "FK_provenance_binding_provenance_node_node_id",
                        column: x => x.node_id,
                        principalTable: "provenance_node",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_provenance_binding_agreement_id_recorded_to_dataset_id",
                table: "provenance_binding",
                columns: new[] { "agreement_id", "recorded_to", "dataset_id" });

            migrationBuilder.CreateIndex(
                name: "IX_provenance_binding_node_id_recorded_to_agreement_id",
                table: "provenance_binding",
                columns: new[] { "node_id", "recorded_to", "agreement_id" });
            AppendOnly.ProtectColumns(migrationBuilder, AppendOnly.ProvenanceBindings);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "provenance_binding");

            migrationBuilder.DropColumn(
                name: "made_from",
                table: "import");
        }
    }
}
