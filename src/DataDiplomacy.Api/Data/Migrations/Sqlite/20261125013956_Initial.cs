using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_key",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    prefix = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    case_id = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "activity",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    agent = table.Column<string>(type: "TEXT", nullable: false),
                    software = table.Column<string>(type: "TEXT", nullable: false),
                    parameters = table.Column<string>(type: "TEXT", nullable: false),
                    used_name = table.Column<string>(type: "TEXT", nullable: true),
                    used_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    dataset_id = table.Column<string>(type: "TEXT", nullable: false),
                    version_number = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_activity", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "area",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    iso2 = table.Column<string>(type: "TEXT", nullable: true),
                    iso3 = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    parent = table.Column<string>(type: "TEXT", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    provisional = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_area", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "attribute_set",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    nature = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    unit_multiplier = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    footnote = table.Column<string>(type: "TEXT", nullable: true),
                    time_detail = table.Column<string>(type: "TEXT", nullable: true),
                    time_coverage = table.Column<string>(type: "TEXT", nullable: true),
                    base_period = table.Column<string>(type: "TEXT", nullable: true),
                    geo_info_url = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attribute_set", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dataset",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    source_kind = table.Column<string>(type: "TEXT", nullable: false),
                    licence = table.Column<string>(type: "TEXT", nullable: false),
                    redistribution = table.Column<string>(type: "TEXT", nullable: false),
                    handling = table.Column<string>(type: "TEXT", nullable: false),
                    publisher = table.Column<string>(type: "TEXT", nullable: true),
                    citation = table.Column<string>(type: "TEXT", nullable: true),
                    mapping = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dataset", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    dataset_id = table.Column<string>(type: "TEXT", nullable: false),
                    format = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mapping = table.Column<string>(type: "TEXT", nullable: true),
                    change_note = table.Column<string>(type: "TEXT", nullable: true),
                    file_name = table.Column<string>(type: "TEXT", nullable: true),
                    requested_by = table.Column<string>(type: "TEXT", nullable: false),
                    content_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    rows_read = table.Column<long>(type: "INTEGER", nullable: false),
                    rows_accepted = table.Column<long>(type: "INTEGER", nullable: false),
                    rows_rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    rows_repeated = table.Column<long>(type: "INTEGER", nullable: false),
                    added = table.Column<long>(type: "INTEGER", nullable: false),
                    changed = table.Column<long>(type: "INTEGER", nullable: false),
                    attributes_changed = table.Column<long>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<long>(type: "INTEGER", nullable: false),
                    withdrawn = table.Column<long>(type: "INTEGER", nullable: false),
                    withdrawals_held = table.Column<long>(type: "INTEGER", nullable: false),
                    dataset_version = table.Column<int>(type: "INTEGER", nullable: true),
                    failure_code = table.Column<string>(type: "TEXT", nullable: true),
                    failure_detail = table.Column<string>(type: "TEXT", nullable: true),
                    warnings = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "observation",
                columns: table => new
                {
                    series_id = table.Column<int>(type: "INTEGER", nullable: false),
                    area_id = table.Column<int>(type: "INTEGER", nullable: false),
                    key_id = table.Column<int>(type: "INTEGER", nullable: false),
                    period = table.Column<int>(type: "INTEGER", nullable: false),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    period_end = table.Column<int>(type: "INTEGER", nullable: false),
                    to_version = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<double>(type: "REAL", nullable: true),
                    value_text = table.Column<string>(type: "TEXT", nullable: true),
                    missing = table.Column<short>(type: "INTEGER", nullable: true),
                    lower_bound = table.Column<double>(type: "REAL", nullable: true),
                    upper_bound = table.Column<double>(type: "REAL", nullable: true),
                    attributes_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_observation", x => new { x.series_id, x.area_id, x.key_id, x.period, x.from_version });
                });

            migrationBuilder.CreateTable(
                name: "dataset_version",
                columns: table => new
                {
                    dataset_id = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    activity_id = table.Column<string>(type: "TEXT", nullable: false),
                    content_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    rows = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    change_note = table.Column<string>(type: "TEXT", nullable: true),
                    added = table.Column<long>(type: "INTEGER", nullable: false),
                    changed = table.Column<long>(type: "INTEGER", nullable: false),
                    attributes_changed = table.Column<long>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<long>(type: "INTEGER", nullable: false),
                    withdrawn = table.Column<long>(type: "INTEGER", nullable: false),
                    withdrawals_held = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dataset_version", x => new { x.dataset_id, x.number });
                    table.ForeignKey(
                        name: "FK_dataset_version_activity_activity_id",
                        column: x => x.activity_id,
                        principalTable: "activity",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_dataset_version_dataset_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "dataset",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "series",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    dataset_id = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    first_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_series", x => x.id);
                    table.ForeignKey(
                        name: "FK_series_dataset_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "dataset",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_rejection",
                columns: table => new
                {
                    import_id = table.Column<string>(type: "TEXT", nullable: false),
                    ordinal = table.Column<long>(type: "INTEGER", nullable: false),
                    line = table.Column<long>(type: "INTEGER", nullable: false),
                    column = table.Column<string>(type: "TEXT", nullable: true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false),
                    raw = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_rejection", x => new { x.import_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_import_rejection_import_import_id",
                        column: x => x.import_id,
                        principalTable: "import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "series_indicator",
                columns: table => new
                {
                    series_id = table.Column<int>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_series_indicator", x => new { x.series_id, x.indicator });
                    table.ForeignKey(
                        name: "FK_series_indicator_series_series_id",
                        column: x => x.series_id,
                        principalTable: "series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "series_key",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    series_id = table.Column<int>(type: "INTEGER", nullable: false),
                    area_id = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    dimensions = table.Column<string>(type: "TEXT", nullable: false),
                    headline = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_series_key", x => x.id);
                    table.ForeignKey(
                        name: "FK_series_key_area_area_id",
                        column: x => x.area_id,
                        principalTable: "area",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_series_key_series_series_id",
                        column: x => x.series_id,
                        principalTable: "series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_key_sha256",
                table: "access_key",
                column: "sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_activity_dataset_id_version_number",
                table: "activity",
                columns: new[] { "dataset_id", "version_number" });

            migrationBuilder.CreateIndex(
                name: "IX_area_code",
                table: "area",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_attribute_set_hash",
                table: "attribute_set",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dataset_version_activity_id",
                table: "dataset_version",
                column: "activity_id");

            migrationBuilder.CreateIndex(
                name: "IX_dataset_version_dataset_id_recorded_at",
                table: "dataset_version",
                columns: new[] { "dataset_id", "recorded_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dataset_version_sequence",
                table: "dataset_version",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_import_dataset_id_created_at",
                table: "import",
                columns: new[] { "dataset_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_series_code",
                table: "series",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "IX_series_dataset_id_code",
                table: "series",
                columns: new[] { "dataset_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_series_indicator_indicator",
                table: "series_indicator",
                column: "indicator");

            migrationBuilder.CreateIndex(
                name: "IX_series_key_area_id",
                table: "series_key",
                column: "area_id");

            migrationBuilder.CreateIndex(
                name: "IX_series_key_hash",
                table: "series_key",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_series_key_series_id_area_id",
                table: "series_key",
                columns: new[] { "series_id", "area_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_key");

            migrationBuilder.DropTable(
                name: "attribute_set");

            migrationBuilder.DropTable(
                name: "dataset_version");

            migrationBuilder.DropTable(
                name: "import_rejection");

            migrationBuilder.DropTable(
                name: "observation");

            migrationBuilder.DropTable(
                name: "series_indicator");

            migrationBuilder.DropTable(
                name: "series_key");

            migrationBuilder.DropTable(
                name: "activity");

            migrationBuilder.DropTable(
                name: "import");

            migrationBuilder.DropTable(
                name: "area");

            migrationBuilder.DropTable(
                name: "series");

            migrationBuilder.DropTable(
                name: "dataset");
        }
    }
}
