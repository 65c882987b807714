using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddCatalogEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "consumer_pid",
                table: "data_transfer",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "provider_pid",
                table: "data_transfer",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "catalog_entry",
                columns: table => new
                {
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    iri = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dataset_revision = table.Column<int>(type: "integer", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalog_entry", x => x.dataset_id);
                    table.ForeignKey(
                        name: "FK_catalog_entry_dataset_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "dataset",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_data_transfer_consumer_pid",
                table: "data_transfer",
                column: "consumer_pid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_data_transfer_provider_pid",
                table: "data_transfer",
                column: "provider_pid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_catalog_entry_iri",
                table: "catalog_entry",
                column: "iri",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_catalog_entry_sha256",
                table: "catalog_entry",
                column: "sha256");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalog_entry");

            migrationBuilder.DropIndex(
                name: "IX_data_transfer_consumer_pid",
                table: "data_transfer");

            migrationBuilder.DropIndex(
                name: "IX_data_transfer_provider_pid",
                table: "data_transfer");

            migrationBuilder.DropColumn(
                name: "consumer_pid",
                table: "data_transfer");

            migrationBuilder.DropColumn(
                name: "provider_pid",
                table: "data_transfer");
        }
    }
}
