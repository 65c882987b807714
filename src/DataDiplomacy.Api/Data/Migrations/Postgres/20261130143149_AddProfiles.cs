using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddProfiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "source_details",
                table: "dataset",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "dataset_profile",
                columns: table => new
                {
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    method = table.Column<int>(type: "integer", nullable: false),
                    computed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    figures = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dataset_profile", x => new { x.dataset_id, x.version_number, x.method });
                    table.ForeignKey(
                        name: "FK_dataset_profile_dataset_version_dataset_id_version_number",
                        columns: x => new { x.dataset_id, x.version_number },
                        principalTable: "dataset_version",
                        principalColumns: new[] { "dataset_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });
            AppendOnly.Protect(migrationBuilder, AppendOnly.DatasetProfiles);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dataset_profile");

            migrationBuilder.DropColumn(
                name: "source_details",
                table: "dataset");
        }
    }
}
