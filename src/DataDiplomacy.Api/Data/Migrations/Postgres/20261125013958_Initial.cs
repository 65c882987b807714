using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Postgres
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
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    prefix = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "activity",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    agent = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    software = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    parameters = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    used_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    used_sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version_number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_activity", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "area",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    iso2 = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    iso3 = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    parent = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    provisional = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_area", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "attribute_set",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    nature = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    unit = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    unit_multiplier = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    footnote = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    time_detail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    time_coverage = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    base_period = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    geo_info_url = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attribute_set", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dataset",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    source_kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    licence = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    redistribution = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    handling = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    publisher = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    citation = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    mapping = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dataset", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    format = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    mode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    mapping = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    change_note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    file_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    requested_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content_sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rows_read = table.Column<long>(type: "bigint", nullable: false),
                    rows_accepted = table.Column<long>(type: "bigint", nullable: false),
                    rows_rejected = table.Column<long>(type: "bigint", nullable: false),
                    rows_repeated = table.Column<long>(type: "bigint", nullable: false),
                    added = table.Column<long>(type: "bigint", nullable: false),
                    changed = table.Column<long>(type: "bigint", nullable: false),
                    attributes_changed = table.Column<long>(type: "bigint", nullable: false),
                    unchanged = table.Column<long>(type: "bigint", nullable: false),
                    withdrawn = table.Column<long>(type: "bigint", nullable: false),
                    withdrawals_held = table.Column<long>(type: "bigint", nullable: false),
                    dataset_version = table.Column<int>(type: "integer", nullable: true),
                    failure_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    failure_detail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    warnings = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "observation",
                columns: table => new
                {
                    series_id = table.Column<int>(type: "integer", nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    key_id = table.Column<int>(type: "integer", nullable: false),
                    period = table.Column<int>(type: "integer", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    period_end = table.Column<int>(type: "integer", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: true),
                    value_text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    missing = table.Column<short>(type: "smallint", nullable: true),
                    lower_bound = table.Column<double>(type: "double precision", nullable: true),
                    upper_bound = table.Column<double>(type: "double precision", nullable: true),
                    attributes_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_observation", x => new { x.series_id, x.area_id, x.key_id, x.period, x.from_version });
                });

            migrationBuilder.CreateTable(
                name: "dataset_version",
                columns: table => new
                {
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    activity_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content_sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    rows = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    change_note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    added = table.Column<long>(type: "bigint", nullable: false),
                    changed = table.Column<long>(type: "bigint", nullable: false),
                    attributes_changed = table.Column<long>(type: "bigint", nullable: false),
                    unchanged = table.Column<long>(type: "bigint", nullable: false),
                    withdrawn = table.Column<long>(type: "bigint", nullable: false),
                    withdrawals_held = table.Column<long>(type: "bigint", nullable: false)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    first_version = table.Column<int>(type: "integer", nullable: false)
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
                    import_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ordinal = table.Column<long>(type: "bigint", nullable: false),
                    line = table.Column<long>(type: "bigint", nullable: false),
                    column = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    detail = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    raw = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                    series_id = table.Column<int>(type: "integer", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    series_id = table.Column<int>(type: "integer", nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dimensions = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    headline = table.Column<bool>(type: "boolean", nullable: false)
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
