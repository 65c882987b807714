using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddSeriesTargets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "series_target",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    series = table.Column<string>(type: "TEXT", nullable: false),
                    direction = table.Column<string>(type: "TEXT", nullable: false),
                    target = table.Column<double>(type: "REAL", nullable: true),
                    share_of_base = table.Column<double>(type: "REAL", nullable: true),
                    target_year = table.Column<int>(type: "INTEGER", nullable: false),
                    base_year = table.Column<int>(type: "INTEGER", nullable: false),
                    limit = table.Column<double>(type: "REAL", nullable: true),
                    index_lower = table.Column<double>(type: "REAL", nullable: true),
                    index_upper = table.Column<double>(type: "REAL", nullable: true),
                    edition = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_series_target", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_series_target_series_id",
                table: "series_target",
                columns: new[] { "series", "id" });
            AppendOnly.Protect(migrationBuilder, AppendOnly.SeriesTargets);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "series_target");
        }
    }
}
