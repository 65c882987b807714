using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddAgreements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "data_policy",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_policy", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "data_negotiation",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    provider_pid = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    consumer_pid = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    consumer_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    consumer_agent = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    consumer_kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    members = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    track = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    moves = table.Column<int>(type: "integer", nullable: false),
                    head = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    terms_sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    first_answer_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    agreement_id = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_negotiation", x => x.id);
                    table.ForeignKey(
                        name: "FK_data_negotiation_data_policy_terms_sha256",
                        column: x => x.terms_sha256,
                        principalTable: "data_policy",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_data_negotiation_dataset_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "dataset",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dataset_offer",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    policy_sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dataset_offer", x => x.id);
                    table.ForeignKey(
                        name: "FK_dataset_offer_data_policy_policy_sha256",
                        column: x => x.policy_sha256,
                        principalTable: "data_policy",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_dataset_offer_dataset_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "dataset",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "data_agreement",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    negotiation_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dataset_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    policy_sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    assigner = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    assignee = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    members = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    suspended_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    successor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    events = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_agreement", x => x.id);
                    table.ForeignKey(
                        name: "FK_data_agreement_data_negotiation_negotiation_id",
                        column: x => x.negotiation_id,
                        principalTable: "data_negotiation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_data_agreement_data_policy_policy_sha256",
                        column: x => x.policy_sha256,
                        principalTable: "data_policy",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_data_agreement_dataset_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "dataset",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "move_approval",
                columns: table => new
                {
                    negotiation_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    after_moves = table.Column<int>(type: "integer", nullable: false),
                    party = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    policy_sha256 = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    motivation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    cited = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    asked_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    decided_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_move_approval", x => new { x.negotiation_id, x.number });
                    table.ForeignKey(
                        name: "FK_move_approval_data_negotiation_negotiation_id",
                        column: x => x.negotiation_id,
                        principalTable: "data_negotiation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_move_approval_data_policy_policy_sha256",
                        column: x => x.policy_sha256,
                        principalTable: "data_policy",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "negotiation_move",
                columns: table => new
                {
                    negotiation_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    party = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    agent = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    policy_sha256 = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    motivation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    cited = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    previous_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_negotiation_move", x => new { x.negotiation_id, x.sequence });
                    table.ForeignKey(
                        name: "FK_negotiation_move_data_negotiation_negotiation_id",
                        column: x => x.negotiation_id,
                        principalTable: "data_negotiation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_negotiation_move_data_policy_policy_sha256",
                        column: x => x.policy_sha256,
                        principalTable: "data_policy",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_event",
                columns: table => new
                {
                    agreement_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    parties = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    successor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement_event", x => new { x.agreement_id, x.number });
                    table.ForeignKey(
                        name: "FK_agreement_event_data_agreement_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "data_agreement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_notification",
                columns: table => new
                {
                    agreement_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    @event = table.Column<int>(name: "event", type: "integer", nullable: false),
                    recipient = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    action = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    parties = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement_notification", x => new { x.agreement_id, x.@event, x.recipient });
                    table.ForeignKey(
                        name: "FK_agreement_notification_data_agreement_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "data_agreement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "data_transfer",
                columns: table => new
                {
                    agreement_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: true),
                    asked = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    moves = table.Column<int>(type: "integer", nullable: false),
                    because = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    evaluated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    bytes = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_transfer", x => new { x.agreement_id, x.number });
                    table.ForeignKey(
                        name: "FK_data_transfer_data_agreement_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "data_agreement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_fulfilment",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    agreement_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    duty_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    note = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reference = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sha256 = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_fulfilment", x => x.id);
                    table.ForeignKey(
                        name: "FK_duty_fulfilment_data_agreement_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "data_agreement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "transfer_move",
                columns: table => new
                {
                    agreement_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    transfer = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    party = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transfer_move", x => new { x.agreement_id, x.transfer, x.number });
                    table.ForeignKey(
                        name: "FK_transfer_move_data_transfer_agreement_id_transfer",
                        columns: x => new { x.agreement_id, x.transfer },
                        principalTable: "data_transfer",
                        principalColumns: new[] { "agreement_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_data_agreement_dataset_id_id",
                table: "data_agreement",
                columns: new[] { "dataset_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_data_agreement_negotiation_id",
                table: "data_agreement",
                column: "negotiation_id");

            migrationBuilder.CreateIndex(
                name: "IX_data_agreement_policy_sha256",
                table: "data_agreement",
                column: "policy_sha256");

            migrationBuilder.CreateIndex(
                name: "IX_data_agreement_state_expires_at",
                table: "data_agreement",
                columns: new[] { "state", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "IX_data_negotiation_consumer_pid",
                table: "data_negotiation",
                column: "consumer_pid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_data_negotiation_dataset_id_id",
                table: "data_negotiation",
                columns: new[] { "dataset_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_data_negotiation_provider_pid",
                table: "data_negotiation",
                column: "provider_pid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_data_negotiation_state_state_since",
                table: "data_negotiation",
                columns: new[] { "state", "state_since" });

            migrationBuilder.CreateIndex(
                name: "IX_data_negotiation_terms_sha256",
                table: "data_negotiation",
                column: "terms_sha256");

            migrationBuilder.CreateIndex(
                name: "IX_dataset_offer_dataset_id_policy_sha256",
                table: "dataset_offer",
                columns: new[] { "dataset_id", "policy_sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dataset_offer_policy_sha256",
                table: "dataset_offer",
                column: "policy_sha256");

            migrationBuilder.CreateIndex(
                name: "IX_duty_fulfilment_agreement_id",
                table: "duty_fulfilment",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "IX_move_approval_policy_sha256",
                table: "move_approval",
                column: "policy_sha256");

            migrationBuilder.CreateIndex(
                name: "IX_negotiation_move_policy_sha256",
                table: "negotiation_move",
                column: "policy_sha256");
            AppendOnly.Protect(migrationBuilder, AppendOnly.Agreements);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement_event");

            migrationBuilder.DropTable(
                name: "agreement_notification");

            migrationBuilder.DropTable(
                name: "dataset_offer");

            migrationBuilder.DropTable(
                name: "duty_fulfilment");

            migrationBuilder.DropTable(
                name: "move_approval");

            migrationBuilder.DropTable(
                name: "negotiation_move");

            migrationBuilder.DropTable(
                name: "transfer_move");

            migrationBuilder.DropTable(
                name: "data_transfer");

            migrationBuilder.DropTable(
                name: "data_agreement");

            migrationBuilder.DropTable(
                name: "data_negotiation");

            migrationBuilder.DropTable(
                name: "data_policy");
        }
    }
}
