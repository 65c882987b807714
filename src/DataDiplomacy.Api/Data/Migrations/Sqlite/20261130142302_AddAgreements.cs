using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataDiplomacy.Api.Data.Migrations.Sqlite
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
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_policy", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "data_negotiation",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    dataset_id = table.Column<string>(type: "TEXT", nullable: false),
                    provider_pid = table.Column<string>(type: "TEXT", nullable: false),
                    consumer_pid = table.Column<string>(type: "TEXT", nullable: false),
                    consumer_name = table.Column<string>(type: "TEXT", nullable: false),
                    consumer_agent = table.Column<string>(type: "TEXT", nullable: true),
                    consumer_kind = table.Column<string>(type: "TEXT", nullable: false),
                    members = table.Column<string>(type: "TEXT", nullable: false),
                    track = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    state_since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    moves = table.Column<int>(type: "INTEGER", nullable: false),
                    head = table.Column<string>(type: "TEXT", nullable: false),
                    terms_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    first_answer_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    agreement_id = table.Column<string>(type: "TEXT", nullable: true)
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
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    dataset_id = table.Column<string>(type: "TEXT", nullable: false),
                    policy_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    negotiation_id = table.Column<string>(type: "TEXT", nullable: false),
                    dataset_id = table.Column<string>(type: "TEXT", nullable: false),
                    policy_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    assigner = table.Column<string>(type: "TEXT", nullable: false),
                    assignee = table.Column<string>(type: "TEXT", nullable: false),
                    members = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    suspended_by = table.Column<string>(type: "TEXT", nullable: true),
                    successor = table.Column<string>(type: "TEXT", nullable: true),
                    events = table.Column<int>(type: "INTEGER", nullable: false)
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
                    negotiation_id = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    after_moves = table.Column<int>(type: "INTEGER", nullable: false),
                    party = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    policy_sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    motivation = table.Column<string>(type: "TEXT", nullable: false),
                    cited = table.Column<string>(type: "TEXT", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
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
                    negotiation_id = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    party = table.Column<string>(type: "TEXT", nullable: false),
                    agent = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    policy_sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    motivation = table.Column<string>(type: "TEXT", nullable: false),
                    cited = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    previous_hash = table.Column<string>(type: "TEXT", nullable: true),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
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
                    agreement_id = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    parties = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    successor = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    agreement_id = table.Column<string>(type: "TEXT", nullable: false),
                    @event = table.Column<int>(name: "event", type: "INTEGER", nullable: false),
                    recipient = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    parties = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    agreement_id = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: true),
                    asked = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    moves = table.Column<int>(type: "INTEGER", nullable: false),
                    because = table.Column<string>(type: "TEXT", nullable: false),
                    evaluated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    bytes = table.Column<long>(type: "INTEGER", nullable: true)
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
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    agreement_id = table.Column<string>(type: "TEXT", nullable: false),
                    duty_key = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: true),
                    sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    agreement_id = table.Column<string>(type: "TEXT", nullable: false),
                    transfer = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    party = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
