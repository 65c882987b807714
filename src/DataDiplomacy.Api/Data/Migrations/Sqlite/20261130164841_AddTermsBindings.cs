using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "provenance_binding",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    agreement_id = table.Column<string>(type: "TEXT", nullable: false),
                    node_id = table.Column<long>(type: "INTEGER", nullable: false),
                    dataset_id = table.Column<string>(type: "TEXT", nullable: true),
                    is_seed = table.Column<bool>(type: "INTEGER", nullable: false),
                    recorded_from = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_to = table.Column<long>(type: "INTEGER", nullable: false),
                    released_by = table.Column<string>(type: "TEXT", nullable: true),
                    release_reason = table.Column<string>(type: "TEXT", nullable: true)
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
