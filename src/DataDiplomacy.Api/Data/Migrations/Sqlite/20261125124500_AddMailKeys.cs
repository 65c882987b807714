using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddMailKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "mail_key",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    domain = table.Column<string>(type: "TEXT", nullable: false),
                    selector = table.Column<string>(type: "TEXT", nullable: false),
                    record = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    seen_from = table.Column<DateTime>(type: "TEXT", nullable: true),
                    seen_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mail_key", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_mail_key_domain_selector",
                table: "mail_key",
                columns: new[] { "domain", "selector" });
            AppendOnly.Protect(migrationBuilder, AppendOnly.MailKeys);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mail_key");
        }
    }
}
