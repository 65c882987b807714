using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddAgreementSeals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "log_index",
                table: "data_agreement",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_data_agreement_log_index",
                table: "data_agreement",
                column: "log_index",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_data_agreement_log_index",
                table: "data_agreement");

            migrationBuilder.DropColumn(
                name: "log_index",
                table: "data_agreement");
        }
    }
}
