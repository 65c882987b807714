using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Postgres
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
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    series = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    direction = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    target = table.Column<double>(type: "double precision", nullable: true),
                    share_of_base = table.Column<double>(type: "double precision", nullable: true),
                    target_year = table.Column<int>(type: "integer", nullable: false),
                    base_year = table.Column<int>(type: "integer", nullable: false),
                    limit = table.Column<double>(type: "double precision", nullable: true),
                    index_lower = table.Column<double>(type: "double precision", nullable: true),
                    index_upper = table.Column<double>(type: "double precision", nullable: true),
                    edition = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
