using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddProvenanceRanks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "rank",
                table: "provenance_node",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_provenance_node_unranked",
                table: "provenance_node",
                column: "id",
                filter: "rank IS NULL");
            AppendOnly.ProtectColumns(migrationBuilder, AppendOnly.ProvenanceNodes);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_provenance_node_unranked",
                table: "provenance_node");

            migrationBuilder.DropColumn(
                name: "rank",
                table: "provenance_node");
        }
    }
}
