using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddEvidenceProvenance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "log_index",
                table: "provenance_source",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_provenance_source_log_index",
                table: "provenance_source",
                column: "log_index",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_provenance_source_log_index",
                table: "provenance_source");

            migrationBuilder.DropColumn(
                name: "log_index",
                table: "provenance_source");
        }
    }
}
