using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddProvenanceAgents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "agent_id",
                table: "provenance_node",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_provenance_node_dataset_id",
                table: "provenance_node",
                column: "dataset_id");
            SpokenNodes.Fill(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_provenance_node_dataset_id",
                table: "provenance_node");

            migrationBuilder.DropColumn(
                name: "agent_id",
                table: "provenance_node");
        }
    }
}
