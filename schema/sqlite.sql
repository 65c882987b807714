CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "access_key" (
    "id" TEXT NOT NULL CONSTRAINT "PK_access_key" PRIMARY KEY,
    "prefix" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NULL,
    "revoked_at" TEXT NULL,
    "case_id" TEXT NULL
);

CREATE TABLE "activity" (
    "id" TEXT NOT NULL CONSTRAINT "PK_activity" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "started_at" TEXT NOT NULL,
    "ended_at" TEXT NOT NULL,
    "agent" TEXT NOT NULL,
    "software" TEXT NOT NULL,
    "parameters" TEXT NOT NULL,
    "used_name" TEXT NULL,
    "used_sha256" TEXT NOT NULL,
    "dataset_id" TEXT NOT NULL,
    "version_number" INTEGER NOT NULL
);

CREATE TABLE "area" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_area" PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "iso2" TEXT NULL,
    "iso3" TEXT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "parent" TEXT NULL,
    "valid_from" TEXT NULL,
    "valid_to" TEXT NULL,
    "provisional" INTEGER NOT NULL
);

CREATE TABLE "attribute_set" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_attribute_set" PRIMARY KEY AUTOINCREMENT,
    "hash" TEXT NOT NULL,
    "nature" TEXT NULL,
    "status" TEXT NULL,
    "unit" TEXT NULL,
    "unit_multiplier" TEXT NULL,
    "source" TEXT NULL,
    "footnote" TEXT NULL,
    "time_detail" TEXT NULL,
    "time_coverage" TEXT NULL,
    "base_period" TEXT NULL,
    "geo_info_url" TEXT NULL
);

CREATE TABLE "dataset" (
    "id" TEXT NOT NULL CONSTRAINT "PK_dataset" PRIMARY KEY,
    "title" TEXT NOT NULL,
    "description" TEXT NULL,
    "source_kind" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "redistribution" TEXT NOT NULL,
    "handling" TEXT NOT NULL,
    "publisher" TEXT NULL,
    "citation" TEXT NULL,
    "mapping" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "revision" INTEGER NOT NULL
);

CREATE TABLE "import" (
    "id" TEXT NOT NULL CONSTRAINT "PK_import" PRIMARY KEY,
    "dataset_id" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "recorded_at" TEXT NULL,
    "mapping" TEXT NULL,
    "change_note" TEXT NULL,
    "file_name" TEXT NULL,
    "requested_by" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "started_at" TEXT NULL,
    "finished_at" TEXT NULL,
    "state" TEXT NOT NULL,
    "rows_read" INTEGER NOT NULL,
    "rows_accepted" INTEGER NOT NULL,
    "rows_rejected" INTEGER NOT NULL,
    "rows_repeated" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "attributes_changed" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "withdrawn" INTEGER NOT NULL,
    "withdrawals_held" INTEGER NOT NULL,
    "dataset_version" INTEGER NULL,
    "failure_code" TEXT NULL,
    "failure_detail" TEXT NULL,
    "warnings" TEXT NULL
);

CREATE TABLE "observation" (
    "series_id" INTEGER NOT NULL,
    "area_id" INTEGER NOT NULL,
    "key_id" INTEGER NOT NULL,
    "period" INTEGER NOT NULL,
    "from_version" INTEGER NOT NULL,
    "period_end" INTEGER NOT NULL,
    "to_version" INTEGER NOT NULL,
    "value" REAL NULL,
    "value_text" TEXT NULL,
    "missing" INTEGER NULL,
    "lower_bound" REAL NULL,
    "upper_bound" REAL NULL,
    "attributes_id" INTEGER NOT NULL,
    CONSTRAINT "PK_observation" PRIMARY KEY ("series_id", "area_id", "key_id", "period", "from_version")
) WITHOUT ROWID;

CREATE TABLE "dataset_version" (
    "dataset_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "activity_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "published_at" TEXT NOT NULL,
    "change_note" TEXT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "attributes_changed" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "withdrawn" INTEGER NOT NULL,
    "withdrawals_held" INTEGER NOT NULL,
    CONSTRAINT "PK_dataset_version" PRIMARY KEY ("dataset_id", "number"),
    CONSTRAINT "FK_dataset_version_activity_activity_id" FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_dataset_version_dataset_dataset_id" FOREIGN KEY ("dataset_id") REFERENCES "dataset" ("id") ON DELETE RESTRICT
);

CREATE TABLE "series" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_series" PRIMARY KEY AUTOINCREMENT,
    "dataset_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "unit" TEXT NULL,
    "first_version" INTEGER NOT NULL,
    CONSTRAINT "FK_series_dataset_dataset_id" FOREIGN KEY ("dataset_id") REFERENCES "dataset" ("id") ON DELETE RESTRICT
);

CREATE TABLE "import_rejection" (
    "import_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT NULL,
    "code" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "raw" TEXT NOT NULL,
    CONSTRAINT "PK_import_rejection" PRIMARY KEY ("import_id", "ordinal"),
    CONSTRAINT "FK_import_rejection_import_import_id" FOREIGN KEY ("import_id") REFERENCES "import" ("id") ON DELETE CASCADE
);

CREATE TABLE "series_indicator" (
    "series_id" INTEGER NOT NULL,
    "indicator" TEXT NOT NULL,
    CONSTRAINT "PK_series_indicator" PRIMARY KEY ("series_id", "indicator"),
    CONSTRAINT "FK_series_indicator_series_series_id" FOREIGN KEY ("series_id") REFERENCES "series" ("id") ON DELETE RESTRICT
);

CREATE TABLE "series_key" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_series_key" PRIMARY KEY AUTOINCREMENT,
    "series_id" INTEGER NOT NULL,
    "area_id" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "dimensions" TEXT NOT NULL,
    "headline" INTEGER NOT NULL,
    CONSTRAINT "FK_series_key_area_area_id" FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_series_key_series_series_id" FOREIGN KEY ("series_id") REFERENCES "series" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_access_key_sha256" ON "access_key" ("sha256");

CREATE INDEX "IX_activity_dataset_id_version_number" ON "activity" ("dataset_id", "version_number");

CREATE UNIQUE INDEX "IX_area_code" ON "area" ("code");

CREATE UNIQUE INDEX "IX_attribute_set_hash" ON "attribute_set" ("hash");

CREATE INDEX "IX_dataset_version_activity_id" ON "dataset_version" ("activity_id");

CREATE UNIQUE INDEX "IX_dataset_version_dataset_id_recorded_at" ON "dataset_version" ("dataset_id", "recorded_at");

CREATE UNIQUE INDEX "IX_dataset_version_sequence" ON "dataset_version" ("sequence");

CREATE INDEX "IX_import_dataset_id_created_at" ON "import" ("dataset_id", "created_at");

CREATE INDEX "IX_series_code" ON "series" ("code");

CREATE UNIQUE INDEX "IX_series_dataset_id_code" ON "series" ("dataset_id", "code");

CREATE INDEX "IX_series_indicator_indicator" ON "series_indicator" ("indicator");

CREATE INDEX "IX_series_key_area_id" ON "series_key" ("area_id");

CREATE UNIQUE INDEX "IX_series_key_hash" ON "series_key" ("hash");

CREATE INDEX "IX_series_key_series_id_area_id" ON "series_key" ("series_id", "area_id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125013956_Initial', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "access_key" ADD "origins" TEXT NULL;

CREATE TABLE "audit_record" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_audit_record" PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "caller" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "datasets" TEXT NULL,
    "status" INTEGER NOT NULL,
    "trace_id" TEXT NOT NULL
);

CREATE TABLE "idempotency_record" (
    "id" TEXT NOT NULL CONSTRAINT "PK_idempotency_record" PRIMARY KEY,
    "request_hash" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "status" INTEGER NULL,
    "content_type" TEXT NULL,
    "location" TEXT NULL,
    "e_tag" TEXT NULL,
    "body" BLOB NULL
);

CREATE INDEX "IX_audit_record_at" ON "audit_record" ("at");

CREATE INDEX "IX_idempotency_record_created_at" ON "idempotency_record" ("created_at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125024717_AddAuditAndIdempotency', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "attribute_set" ADD "unit_label" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125040411_AddUnitLabel', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "custody_event" (
    "record_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "envelope" BLOB NOT NULL,
    "log_index" INTEGER NOT NULL,
    "vault" BLOB NOT NULL,
    CONSTRAINT "PK_custody_event" PRIMARY KEY ("record_id", "sequence")
);

CREATE TABLE "erasure_request" (
    "record_id" TEXT NOT NULL CONSTRAINT "PK_erasure_request" PRIMARY KEY,
    "actor" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "vault" BLOB NOT NULL
);

CREATE TABLE "evidence_record" (
    "id" TEXT NOT NULL CONSTRAINT "PK_evidence_record" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "case_id" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "blob_ref" TEXT NOT NULL,
    "content_index" TEXT NULL,
    "vault" BLOB NOT NULL,
    "log_index" INTEGER NOT NULL,
    "changed_index" INTEGER NOT NULL,
    "changed_at" TEXT NOT NULL,
    "legal_hold" INTEGER NOT NULL,
    "is_erased" INTEGER NOT NULL,
    "redaction_of" TEXT NULL
);

CREATE TABLE "log_checkpoint" (
    "size" INTEGER NOT NULL CONSTRAINT "PK_log_checkpoint" PRIMARY KEY,
    "root" BLOB NOT NULL,
    "note" TEXT NOT NULL,
    "sealed_at" TEXT NOT NULL
);

CREATE TABLE "log_cosignature" (
    "size" INTEGER NOT NULL,
    "witness" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "received_at" TEXT NOT NULL,
    CONSTRAINT "PK_log_cosignature" PRIMARY KEY ("size", "witness")
);

CREATE TABLE "log_dataset_version" (
    "dataset_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "log_index" INTEGER NOT NULL,
    CONSTRAINT "PK_log_dataset_version" PRIMARY KEY ("dataset_id", "number")
);

CREATE TABLE "log_entry" (
    "index" INTEGER NOT NULL CONSTRAINT "PK_log_entry" PRIMARY KEY,
    "entry" BLOB NOT NULL,
    "leaf_hash" BLOB NOT NULL,
    "appended_at" TEXT NOT NULL
);

CREATE TABLE "log_node" (
    "level" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "hash" BLOB NOT NULL,
    CONSTRAINT "PK_log_node" PRIMARY KEY ("level", "index")
);

CREATE UNIQUE INDEX "IX_custody_event_log_index" ON "custody_event" ("log_index");

CREATE INDEX "IX_evidence_record_case_id" ON "evidence_record" ("case_id");

CREATE UNIQUE INDEX "IX_evidence_record_changed_index" ON "evidence_record" ("changed_index");

CREATE INDEX "IX_evidence_record_content_index" ON "evidence_record" ("content_index");

CREATE UNIQUE INDEX "IX_log_dataset_version_sequence" ON "log_dataset_version" ("sequence");

CREATE TRIGGER log_entry_no_update BEFORE UPDATE ON log_entry BEGIN SELECT RAISE(ABORT, 'rows of log_entry are never changed or deleted'); END;

CREATE TRIGGER log_entry_no_delete BEFORE DELETE ON log_entry BEGIN SELECT RAISE(ABORT, 'rows of log_entry are never changed or deleted'); END;

CREATE TRIGGER log_node_no_update BEFORE UPDATE ON log_node BEGIN SELECT RAISE(ABORT, 'rows of log_node are never changed or deleted'); END;

CREATE TRIGGER log_node_no_delete BEFORE DELETE ON log_node BEGIN SELECT RAISE(ABORT, 'rows of log_node are never changed or deleted'); END;

CREATE TRIGGER log_checkpoint_no_update BEFORE UPDATE ON log_checkpoint BEGIN SELECT RAISE(ABORT, 'rows of log_checkpoint are never changed or deleted'); END;

CREATE TRIGGER log_checkpoint_no_delete BEFORE DELETE ON log_checkpoint BEGIN SELECT RAISE(ABORT, 'rows of log_checkpoint are never changed or deleted'); END;

CREATE TRIGGER log_cosignature_no_update BEFORE UPDATE ON log_cosignature BEGIN SELECT RAISE(ABORT, 'rows of log_cosignature are never changed or deleted'); END;

CREATE TRIGGER log_cosignature_no_delete BEFORE DELETE ON log_cosignature BEGIN SELECT RAISE(ABORT, 'rows of log_cosignature are never changed or deleted'); END;

CREATE TRIGGER log_dataset_version_no_update BEFORE UPDATE ON log_dataset_version BEGIN SELECT RAISE(ABORT, 'rows of log_dataset_version are never changed or deleted'); END;

CREATE TRIGGER log_dataset_version_no_delete BEFORE DELETE ON log_dataset_version BEGIN SELECT RAISE(ABORT, 'rows of log_dataset_version are never changed or deleted'); END;

CREATE TRIGGER custody_event_no_update BEFORE UPDATE ON custody_event BEGIN SELECT RAISE(ABORT, 'rows of custody_event are never changed or deleted'); END;

CREATE TRIGGER custody_event_no_delete BEFORE DELETE ON custody_event BEGIN SELECT RAISE(ABORT, 'rows of custody_event are never changed or deleted'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125093340_AddEvidence', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "evidence_statement" (
    "id" TEXT NOT NULL CONSTRAINT "PK_evidence_statement" PRIMARY KEY,
    "record_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "log_index" INTEGER NOT NULL,
    "vault" BLOB NOT NULL
);

CREATE TABLE "log_timestamp" (
    "size" INTEGER NOT NULL,
    "authority" TEXT NOT NULL,
    "response" BLOB NOT NULL,
    "token" BLOB NOT NULL,
    "gen_time" TEXT NOT NULL,
    "received_at" TEXT NOT NULL,
    CONSTRAINT "PK_log_timestamp" PRIMARY KEY ("size", "authority")
);

CREATE TABLE "log_timestamp_queue" (
    "authority" TEXT NOT NULL CONSTRAINT "PK_log_timestamp_queue" PRIMARY KEY,
    "attempts" INTEGER NOT NULL,
    "fault" TEXT NULL,
    "due_at" TEXT NOT NULL
);

CREATE INDEX "IX_evidence_statement_about" ON "evidence_statement" ("about");

CREATE UNIQUE INDEX "IX_evidence_statement_log_index" ON "evidence_statement" ("log_index");

CREATE INDEX "IX_evidence_statement_record_id_kind_log_index" ON "evidence_statement" ("record_id", "kind", "log_index");

CREATE TRIGGER evidence_statement_no_update BEFORE UPDATE ON evidence_statement BEGIN SELECT RAISE(ABORT, 'rows of evidence_statement are never changed or deleted'); END;

CREATE TRIGGER evidence_statement_no_delete BEFORE DELETE ON evidence_statement BEGIN SELECT RAISE(ABORT, 'rows of evidence_statement are never changed or deleted'); END;

CREATE TRIGGER log_timestamp_no_update BEFORE UPDATE ON log_timestamp BEGIN SELECT RAISE(ABORT, 'rows of log_timestamp are never changed or deleted'); END;

CREATE TRIGGER log_timestamp_no_delete BEFORE DELETE ON log_timestamp BEGIN SELECT RAISE(ABORT, 'rows of log_timestamp are never changed or deleted'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125105152_AddStatements', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "evidence_relabelling" (
    "log_index" INTEGER NOT NULL CONSTRAINT "PK_evidence_relabelling" PRIMARY KEY,
    "record_id" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "left_blob" TEXT NULL
);

CREATE INDEX "IX_evidence_relabelling_record_id" ON "evidence_relabelling" ("record_id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125112337_AddRelabellings', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "mail_key" (
    "id" TEXT NOT NULL CONSTRAINT "PK_mail_key" PRIMARY KEY,
    "domain" TEXT NOT NULL,
    "selector" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "seen_from" TEXT NULL,
    "seen_until" TEXT NULL,
    "reference" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "actor" TEXT NOT NULL
);

CREATE INDEX "IX_mail_key_domain_selector" ON "mail_key" ("domain", "selector");

CREATE TRIGGER mail_key_no_update BEFORE UPDATE ON mail_key BEGIN SELECT RAISE(ABORT, 'rows of mail_key are never changed or deleted'); END;

CREATE TRIGGER mail_key_no_delete BEFORE DELETE ON mail_key BEGIN SELECT RAISE(ABORT, 'rows of mail_key are never changed or deleted'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125124500_AddMailKeys', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "idempotency_record" ADD "subject" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125140118_SealAnswers', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "series_target" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_series_target" PRIMARY KEY AUTOINCREMENT,
    "series" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "target" REAL NULL,
    "share_of_base" REAL NULL,
    "target_year" INTEGER NOT NULL,
    "base_year" INTEGER NOT NULL,
    "limit" REAL NULL,
    "index_lower" REAL NULL,
    "index_upper" REAL NULL,
    "edition" TEXT NULL,
    "source" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL
);

CREATE INDEX "IX_series_target_series_id" ON "series_target" ("series", "id");

CREATE TRIGGER series_target_no_update BEFORE UPDATE ON series_target BEGIN SELECT RAISE(ABORT, 'rows of series_target are never changed or deleted'); END;

CREATE TRIGGER series_target_no_delete BEFORE DELETE ON series_target BEGIN SELECT RAISE(ABORT, 'rows of series_target are never changed or deleted'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130032451_AddSeriesTargets', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "provenance_node" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_provenance_node" PRIMARY KEY AUTOINCREMENT,
    "iri" TEXT NOT NULL,
    "is_entity" INTEGER NOT NULL,
    "is_activity" INTEGER NOT NULL,
    "is_agent" INTEGER NOT NULL,
    "dataset_id" TEXT NULL,
    "version_number" INTEGER NULL,
    "record_id" TEXT NULL
);

CREATE TABLE "provenance_source" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_provenance_source" PRIMARY KEY AUTOINCREMENT,
    "handling" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NULL,
    "statements" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL
);

CREATE TABLE "provenance_statement" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_provenance_statement" PRIMARY KEY AUTOINCREMENT,
    "source_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "iri" TEXT NULL,
    "bundle" TEXT NULL,
    "arguments" TEXT NOT NULL,
    "attributes" TEXT NULL,
    "recorded_from" INTEGER NOT NULL,
    "recorded_to" INTEGER NOT NULL,
    CONSTRAINT "FK_provenance_statement_provenance_source_source_id" FOREIGN KEY ("source_id") REFERENCES "provenance_source" ("id") ON DELETE RESTRICT
);

CREATE TABLE "provenance_edge" (
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "statement_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "handling" INTEGER NOT NULL,
    "recorded_from" INTEGER NOT NULL,
    "recorded_to" INTEGER NOT NULL,
    CONSTRAINT "PK_provenance_edge" PRIMARY KEY ("from_id", "to_id", "kind", "statement_id"),
    CONSTRAINT "FK_provenance_edge_provenance_node_from_id" FOREIGN KEY ("from_id") REFERENCES "provenance_node" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_provenance_edge_provenance_node_to_id" FOREIGN KEY ("to_id") REFERENCES "provenance_node" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_provenance_edge_provenance_statement_statement_id" FOREIGN KEY ("statement_id") REFERENCES "provenance_statement" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE INDEX "IX_provenance_edge_down" ON "provenance_edge" ("to_id", "from_id", "kind", "statement_id", "recorded_from", "recorded_to", "handling");

CREATE INDEX "IX_provenance_edge_statement_id" ON "provenance_edge" ("statement_id");

CREATE UNIQUE INDEX "IX_provenance_node_iri" ON "provenance_node" ("iri");

CREATE INDEX "IX_provenance_source_sha256" ON "provenance_source" ("sha256");

CREATE INDEX "IX_provenance_statement_iri" ON "provenance_statement" ("iri");

CREATE INDEX "IX_provenance_statement_source_id" ON "provenance_statement" ("source_id");

CREATE TRIGGER provenance_source_no_update BEFORE UPDATE ON provenance_source BEGIN SELECT RAISE(ABORT, 'rows of provenance_source are never changed or deleted'); END;

CREATE TRIGGER provenance_source_no_delete BEFORE DELETE ON provenance_source BEGIN SELECT RAISE(ABORT, 'rows of provenance_source are never changed or deleted'); END;

CREATE TRIGGER provenance_statement_no_update BEFORE UPDATE OF id, source_id, kind, iri, bundle, arguments, attributes, recorded_from ON provenance_statement BEGIN SELECT RAISE(ABORT, 'rows of provenance_statement are never changed or deleted'); END;

CREATE TRIGGER provenance_statement_no_delete BEFORE DELETE ON provenance_statement BEGIN SELECT RAISE(ABORT, 'rows of provenance_statement are never changed or deleted'); END;

CREATE TRIGGER provenance_edge_no_update BEFORE UPDATE OF from_id, to_id, statement_id, kind, handling, recorded_from ON provenance_edge BEGIN SELECT RAISE(ABORT, 'rows of provenance_edge are never changed or deleted'); END;

CREATE TRIGGER provenance_edge_no_delete BEFORE DELETE ON provenance_edge BEGIN SELECT RAISE(ABORT, 'rows of provenance_edge are never changed or deleted'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130134430_AddProvenance', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "agent" (
    "id" TEXT NOT NULL CONSTRAINT "PK_agent" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NULL,
    "track" TEXT NOT NULL,
    "science_diplomacy" TEXT NOT NULL,
    "handling" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "revision" INTEGER NOT NULL
);

CREATE TABLE "agent_delegation" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_agent_delegation" PRIMARY KEY,
    "agent_id" TEXT NOT NULL,
    "responsible_id" TEXT NOT NULL,
    "valid_from" TEXT NULL,
    "valid_to" TEXT NULL,
    "note" TEXT NULL,
    "recorded_at" TEXT NOT NULL,
    "replaces" INTEGER NULL,
    "is_withdrawn" INTEGER NOT NULL,
    CONSTRAINT "FK_agent_delegation_agent_agent_id" FOREIGN KEY ("agent_id") REFERENCES "agent" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_agent_delegation_agent_responsible_id" FOREIGN KEY ("responsible_id") REFERENCES "agent" ("id") ON DELETE RESTRICT
);

CREATE TABLE "agent_role" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_agent_role" PRIMARY KEY,
    "agent_id" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "dataset_id" TEXT NOT NULL,
    "version_number" INTEGER NULL,
    "valid_from" TEXT NULL,
    "valid_to" TEXT NULL,
    "note" TEXT NULL,
    "recorded_at" TEXT NOT NULL,
    "replaces" INTEGER NULL,
    "is_withdrawn" INTEGER NOT NULL,
    CONSTRAINT "FK_agent_role_agent_agent_id" FOREIGN KEY ("agent_id") REFERENCES "agent" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_agent_role_dataset_dataset_id" FOREIGN KEY ("dataset_id") REFERENCES "dataset" ("id") ON DELETE RESTRICT
);

CREATE INDEX "IX_agent_delegation_agent_id_id" ON "agent_delegation" ("agent_id", "id");

CREATE UNIQUE INDEX "IX_agent_delegation_replaces" ON "agent_delegation" ("replaces");

CREATE INDEX "IX_agent_delegation_responsible_id" ON "agent_delegation" ("responsible_id");

CREATE INDEX "IX_agent_role_agent_id_id" ON "agent_role" ("agent_id", "id");

CREATE INDEX "IX_agent_role_dataset_id_id" ON "agent_role" ("dataset_id", "id");

CREATE UNIQUE INDEX "IX_agent_role_replaces" ON "agent_role" ("replaces");

CREATE TRIGGER agent_role_no_update BEFORE UPDATE ON agent_role BEGIN SELECT RAISE(ABORT, 'rows of agent_role are never changed or deleted'); END;

CREATE TRIGGER agent_role_no_delete BEFORE DELETE ON agent_role BEGIN SELECT RAISE(ABORT, 'rows of agent_role are never changed or deleted'); END;

CREATE TRIGGER agent_delegation_no_update BEFORE UPDATE ON agent_delegation BEGIN SELECT RAISE(ABORT, 'rows of agent_delegation are never changed or deleted'); END;

CREATE TRIGGER agent_delegation_no_delete BEFORE DELETE ON agent_delegation BEGIN SELECT RAISE(ABORT, 'rows of agent_delegation are never changed or deleted'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130141104_AddAgents', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "data_policy" (
    "sha256" TEXT NOT NULL CONSTRAINT "PK_data_policy" PRIMARY KEY,
    "type" TEXT NOT NULL,
    "json" TEXT NOT NULL,
    "created_at" TEXT NOT NULL
);

CREATE TABLE "data_negotiation" (
    "id" TEXT NOT NULL CONSTRAINT "PK_data_negotiation" PRIMARY KEY,
    "dataset_id" TEXT NOT NULL,
    "provider_pid" TEXT NOT NULL,
    "consumer_pid" TEXT NOT NULL,
    "consumer_name" TEXT NOT NULL,
    "consumer_agent" TEXT NULL,
    "consumer_kind" TEXT NOT NULL,
    "members" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_since" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "moves" INTEGER NOT NULL,
    "head" TEXT NOT NULL,
    "terms_sha256" TEXT NOT NULL,
    "first_answer_at" TEXT NULL,
    "ended_by" TEXT NULL,
    "reason" TEXT NULL,
    "agreement_id" TEXT NULL,
    CONSTRAINT "FK_data_negotiation_data_policy_terms_sha256" FOREIGN KEY ("terms_sha256") REFERENCES "data_policy" ("sha256") ON DELETE RESTRICT,
    CONSTRAINT "FK_data_negotiation_dataset_dataset_id" FOREIGN KEY ("dataset_id") REFERENCES "dataset" ("id") ON DELETE RESTRICT
);

CREATE TABLE "dataset_offer" (
    "id" TEXT NOT NULL CONSTRAINT "PK_dataset_offer" PRIMARY KEY,
    "dataset_id" TEXT NOT NULL,
    "policy_sha256" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    CONSTRAINT "FK_dataset_offer_data_policy_policy_sha256" FOREIGN KEY ("policy_sha256") REFERENCES "data_policy" ("sha256") ON DELETE RESTRICT,
    CONSTRAINT "FK_dataset_offer_dataset_dataset_id" FOREIGN KEY ("dataset_id") REFERENCES "dataset" ("id") ON DELETE RESTRICT
);

CREATE TABLE "data_agreement" (
    "id" TEXT NOT NULL CONSTRAINT "PK_data_agreement" PRIMARY KEY,
    "negotiation_id" TEXT NOT NULL,
    "dataset_id" TEXT NOT NULL,
    "policy_sha256" TEXT NOT NULL,
    "assigner" TEXT NOT NULL,
    "assignee" TEXT NOT NULL,
    "members" TEXT NOT NULL,
    "made_at" TEXT NOT NULL,
    "expires_at" TEXT NULL,
    "state" TEXT NOT NULL,
    "suspended_by" TEXT NULL,
    "successor" TEXT NULL,
    "events" INTEGER NOT NULL,
    CONSTRAINT "FK_data_agreement_data_negotiation_negotiation_id" FOREIGN KEY ("negotiation_id") REFERENCES "data_negotiation" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_data_agreement_data_policy_policy_sha256" FOREIGN KEY ("policy_sha256") REFERENCES "data_policy" ("sha256") ON DELETE RESTRICT,
    CONSTRAINT "FK_data_agreement_dataset_dataset_id" FOREIGN KEY ("dataset_id") REFERENCES "dataset" ("id") ON DELETE RESTRICT
);

CREATE TABLE "move_approval" (
    "negotiation_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "after_moves" INTEGER NOT NULL,
    "party" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "policy_sha256" TEXT NULL,
    "motivation" TEXT NOT NULL,
    "cited" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decided_by" TEXT NULL,
    "decided_at" TEXT NULL,
    "reason" TEXT NULL,
    CONSTRAINT "PK_move_approval" PRIMARY KEY ("negotiation_id", "number"),
    CONSTRAINT "FK_move_approval_data_negotiation_negotiation_id" FOREIGN KEY ("negotiation_id") REFERENCES "data_negotiation" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_move_approval_data_policy_policy_sha256" FOREIGN KEY ("policy_sha256") REFERENCES "data_policy" ("sha256") ON DELETE RESTRICT
);

CREATE TABLE "negotiation_move" (
    "negotiation_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "party" TEXT NOT NULL,
    "agent" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "policy_sha256" TEXT NULL,
    "motivation" TEXT NOT NULL,
    "cited" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "previous_hash" TEXT NULL,
    "hash" TEXT NOT NULL,
    CONSTRAINT "PK_negotiation_move" PRIMARY KEY ("negotiation_id", "sequence"),
    CONSTRAINT "FK_negotiation_move_data_negotiation_negotiation_id" FOREIGN KEY ("negotiation_id") REFERENCES "data_negotiation" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_negotiation_move_data_policy_policy_sha256" FOREIGN KEY ("policy_sha256") REFERENCES "data_policy" ("sha256") ON DELETE RESTRICT
);

CREATE TABLE "agreement_event" (
    "agreement_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "parties" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NULL,
    "successor" TEXT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "PK_agreement_event" PRIMARY KEY ("agreement_id", "number"),
    CONSTRAINT "FK_agreement_event_data_agreement_agreement_id" FOREIGN KEY ("agreement_id") REFERENCES "data_agreement" ("id") ON DELETE RESTRICT
);

CREATE TABLE "agreement_notification" (
    "agreement_id" TEXT NOT NULL,
    "event" INTEGER NOT NULL,
    "recipient" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "parties" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "PK_agreement_notification" PRIMARY KEY ("agreement_id", "event", "recipient"),
    CONSTRAINT "FK_agreement_notification_data_agreement_agreement_id" FOREIGN KEY ("agreement_id") REFERENCES "data_agreement" ("id") ON DELETE RESTRICT
);

CREATE TABLE "data_transfer" (
    "agreement_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NULL,
    "asked" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "moves" INTEGER NOT NULL,
    "because" TEXT NOT NULL,
    "evaluated_at" TEXT NOT NULL,
    "sha256" TEXT NULL,
    "bytes" INTEGER NULL,
    CONSTRAINT "PK_data_transfer" PRIMARY KEY ("agreement_id", "number"),
    CONSTRAINT "FK_data_transfer_data_agreement_agreement_id" FOREIGN KEY ("agreement_id") REFERENCES "data_agreement" ("id") ON DELETE RESTRICT
);

CREATE TABLE "duty_fulfilment" (
    "id" TEXT NOT NULL CONSTRAINT "PK_duty_fulfilment" PRIMARY KEY,
    "agreement_id" TEXT NOT NULL,
    "duty_key" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "reference" TEXT NULL,
    "sha256" TEXT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "FK_duty_fulfilment_data_agreement_agreement_id" FOREIGN KEY ("agreement_id") REFERENCES "data_agreement" ("id") ON DELETE RESTRICT
);

CREATE TABLE "transfer_move" (
    "agreement_id" TEXT NOT NULL,
    "transfer" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "PK_transfer_move" PRIMARY KEY ("agreement_id", "transfer", "number"),
    CONSTRAINT "FK_transfer_move_data_transfer_agreement_id_transfer" FOREIGN KEY ("agreement_id", "transfer") REFERENCES "data_transfer" ("agreement_id", "number") ON DELETE RESTRICT
);

CREATE INDEX "IX_data_agreement_dataset_id_id" ON "data_agreement" ("dataset_id", "id");

CREATE INDEX "IX_data_agreement_negotiation_id" ON "data_agreement" ("negotiation_id");

CREATE INDEX "IX_data_agreement_policy_sha256" ON "data_agreement" ("policy_sha256");

CREATE INDEX "IX_data_agreement_state_expires_at" ON "data_agreement" ("state", "expires_at");

CREATE UNIQUE INDEX "IX_data_negotiation_consumer_pid" ON "data_negotiation" ("consumer_pid");

CREATE INDEX "IX_data_negotiation_dataset_id_id" ON "data_negotiation" ("dataset_id", "id");

CREATE UNIQUE INDEX "IX_data_negotiation_provider_pid" ON "data_negotiation" ("provider_pid");

CREATE INDEX "IX_data_negotiation_state_state_since" ON "data_negotiation" ("state", "state_since");

CREATE INDEX "IX_data_negotiation_terms_sha256" ON "data_negotiation" ("terms_sha256");

CREATE UNIQUE INDEX "IX_dataset_offer_dataset_id_policy_sha256" ON "dataset_offer" ("dataset_id", "policy_sha256");

CREATE INDEX "IX_dataset_offer_policy_sha256" ON "dataset_offer" ("policy_sha256");

CREATE INDEX "IX_duty_fulfilment_agreement_id" ON "duty_fulfilment" ("agreement_id");

CREATE INDEX "IX_move_approval_policy_sha256" ON "move_approval" ("policy_sha256");

CREATE INDEX "IX_negotiation_move_policy_sha256" ON "negotiation_move" ("policy_sha256");

CREATE TRIGGER data_policy_no_update BEFORE UPDATE ON data_policy BEGIN SELECT RAISE(ABORT, 'rows of data_policy are never changed or deleted'); END;

CREATE TRIGGER data_policy_no_delete BEFORE DELETE ON data_policy BEGIN SELECT RAISE(ABORT, 'rows of data_policy are never changed or deleted'); END;

CREATE TRIGGER dataset_offer_no_update BEFORE UPDATE ON dataset_offer BEGIN SELECT RAISE(ABORT, 'rows of dataset_offer are never changed or deleted'); END;

CREATE TRIGGER dataset_offer_no_delete BEFORE DELETE ON dataset_offer BEGIN SELECT RAISE(ABORT, 'rows of dataset_offer are never changed or deleted'); END;

CREATE TRIGGER negotiation_move_no_update BEFORE UPDATE ON negotiation_move BEGIN SELECT RAISE(ABORT, 'rows of negotiation_move are never changed or deleted'); END;

CREATE TRIGGER negotiation_move_no_delete BEFORE DELETE ON negotiation_move BEGIN SELECT RAISE(ABORT, 'rows of negotiation_move are never changed or deleted'); END;

CREATE TRIGGER agreement_event_no_update BEFORE UPDATE ON agreement_event BEGIN SELECT RAISE(ABORT, 'rows of agreement_event are never changed or deleted'); END;

CREATE TRIGGER agreement_event_no_delete BEFORE DELETE ON agreement_event BEGIN SELECT RAISE(ABORT, 'rows of agreement_event are never changed or deleted'); END;

CREATE TRIGGER agreement_notification_no_update BEFORE UPDATE ON agreement_notification BEGIN SELECT RAISE(ABORT, 'rows of agreement_notification are never changed or deleted'); END;

CREATE TRIGGER agreement_notification_no_delete BEFORE DELETE ON agreement_notification BEGIN SELECT RAISE(ABORT, 'rows of agreement_notification are never changed or deleted'); END;

CREATE TRIGGER duty_fulfilment_no_update BEFORE UPDATE ON duty_fulfilment BEGIN SELECT RAISE(ABORT, 'rows of duty_fulfilment are never changed or deleted'); END;

CREATE TRIGGER duty_fulfilment_no_delete BEFORE DELETE ON duty_fulfilment BEGIN SELECT RAISE(ABORT, 'rows of duty_fulfilment are never changed or deleted'); END;

CREATE TRIGGER transfer_move_no_update BEFORE UPDATE ON transfer_move BEGIN SELECT RAISE(ABORT, 'rows of transfer_move are never changed or deleted'); END;

CREATE TRIGGER transfer_move_no_delete BEFORE DELETE ON transfer_move BEGIN SELECT RAISE(ABORT, 'rows of transfer_move are never changed or deleted'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130142302_AddAgreements', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "dataset" ADD "source_details" TEXT NULL;

CREATE TABLE "dataset_profile" (
    "dataset_id" TEXT NOT NULL,
    "version_number" INTEGER NOT NULL,
    "method" INTEGER NOT NULL,
    "computed_at" TEXT NOT NULL,
    "figures" TEXT NOT NULL,
    CONSTRAINT "PK_dataset_profile" PRIMARY KEY ("dataset_id", "version_number", "method"),
    CONSTRAINT "FK_dataset_profile_dataset_version_dataset_id_version_number" FOREIGN KEY ("dataset_id", "version_number") REFERENCES "dataset_version" ("dataset_id", "number") ON DELETE RESTRICT
);

CREATE TRIGGER dataset_profile_no_update BEFORE UPDATE ON dataset_profile BEGIN SELECT RAISE(ABORT, 'rows of dataset_profile are never changed or deleted'); END;

CREATE TRIGGER dataset_profile_no_delete BEFORE DELETE ON dataset_profile BEGIN SELECT RAISE(ABORT, 'rows of dataset_profile are never changed or deleted'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130143146_AddProfiles', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "import" ADD "made_from" TEXT NULL;

CREATE TABLE "provenance_binding" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_provenance_binding" PRIMARY KEY AUTOINCREMENT,
    "agreement_id" TEXT NOT NULL,
    "node_id" INTEGER NOT NULL,
    "dataset_id" TEXT NULL,
    "is_seed" INTEGER NOT NULL,
    "recorded_from" INTEGER NOT NULL,
    "recorded_to" INTEGER NOT NULL,
    "released_by" TEXT NULL,
    "release_reason" TEXT NULL,
    CONSTRAINT "FK_provenance_binding_provenance_node_node_id" FOREIGN KEY ("node_id") REFERENCES "provenance_node" ("id") ON DELETE RESTRICT
);

CREATE INDEX "IX_provenance_binding_agreement_id_recorded_to_dataset_id" ON "provenance_binding" ("agreement_id", "recorded_to", "dataset_id");

CREATE INDEX "IX_provenance_binding_node_id_recorded_to_agreement_id" ON "provenance_binding" ("node_id", "recorded_to", "agreement_id");

CREATE TRIGGER provenance_binding_no_update BEFORE UPDATE OF id, agreement_id, node_id, dataset_id, is_seed, recorded_from ON provenance_binding BEGIN SELECT RAISE(ABORT, 'rows of provenance_binding are never changed or deleted'); END;

CREATE TRIGGER provenance_binding_no_delete BEFORE DELETE ON provenance_binding BEGIN SELECT RAISE(ABORT, 'rows of provenance_binding are never changed or deleted'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130164841_AddTermsBindings', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "provenance_node" ADD "rank" INTEGER NULL;

CREATE INDEX "IX_provenance_node_unranked" ON "provenance_node" ("id") WHERE rank IS NULL;

CREATE TRIGGER provenance_node_no_update BEFORE UPDATE OF id, iri, dataset_id, version_number, record_id ON provenance_node BEGIN SELECT RAISE(ABORT, 'rows of provenance_node are never changed or deleted'); END;

CREATE TRIGGER provenance_node_no_delete BEFORE DELETE ON provenance_node BEGIN SELECT RAISE(ABORT, 'rows of provenance_node are never changed or deleted'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130165025_AddProvenanceRanks', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "data_transfer" ADD "consumer_pid" TEXT NULL;

ALTER TABLE "data_transfer" ADD "provider_pid" TEXT NULL;

CREATE TABLE "catalog_entry" (
    "dataset_id" TEXT NOT NULL CONSTRAINT "PK_catalog_entry" PRIMARY KEY,
    "iri" TEXT NULL,
    "document" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "dataset_revision" INTEGER NOT NULL,
    "received_at" TEXT NOT NULL,
    CONSTRAINT "FK_catalog_entry_dataset_dataset_id" FOREIGN KEY ("dataset_id") REFERENCES "dataset" ("id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_data_transfer_consumer_pid" ON "data_transfer" ("consumer_pid");

CREATE UNIQUE INDEX "IX_data_transfer_provider_pid" ON "data_transfer" ("provider_pid");

CREATE UNIQUE INDEX "IX_catalog_entry_iri" ON "catalog_entry" ("iri");

CREATE INDEX "IX_catalog_entry_sha256" ON "catalog_entry" ("sha256");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130165322_AddCatalogEntries', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "impact_statement" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_impact_statement" PRIMARY KEY,
    "dataset_id" TEXT NOT NULL,
    "version_number" INTEGER NULL,
    "use_id" INTEGER NULL,
    "agent_id" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "affected_kinds" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "likelihood" TEXT NULL,
    "effect" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "citations" TEXT NULL,
    "stated_at" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "replaces" INTEGER NULL,
    "is_withdrawn" INTEGER NOT NULL,
    CONSTRAINT "FK_impact_statement_agent_agent_id" FOREIGN KEY ("agent_id") REFERENCES "agent" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_impact_statement_dataset_dataset_id" FOREIGN KEY ("dataset_id") REFERENCES "dataset" ("id") ON DELETE RESTRICT
);

CREATE TABLE "interpretation" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_interpretation" PRIMARY KEY,
    "agent_id" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_iri" TEXT NOT NULL,
    "dataset_id" TEXT NULL,
    "version_number" INTEGER NULL,
    "series" TEXT NULL,
    "area" TEXT NULL,
    "period_from" TEXT NULL,
    "period_to" TEXT NULL,
    "record_id" TEXT NULL,
    "verdict" TEXT NULL,
    "output" TEXT NULL,
    "output_as_of" TEXT NULL,
    "stance" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "confidence" TEXT NULL,
    "likelihood" TEXT NULL,
    "method" TEXT NULL,
    "cited_values" TEXT NULL,
    "citations" TEXT NULL,
    "stated_at" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "replaces" INTEGER NULL,
    "is_withdrawn" INTEGER NOT NULL,
    CONSTRAINT "FK_interpretation_agent_agent_id" FOREIGN KEY ("agent_id") REFERENCES "agent" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_interpretation_dataset_dataset_id" FOREIGN KEY ("dataset_id") REFERENCES "dataset" ("id") ON DELETE RESTRICT
);

CREATE TABLE "jurisdiction_fact" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_jurisdiction_fact" PRIMARY KEY,
    "dataset_id" TEXT NOT NULL,
    "version_number" INTEGER NULL,
    "aspect" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "law" TEXT NOT NULL,
    "law_url" TEXT NULL,
    "basis" TEXT NOT NULL,
    "agent_id" TEXT NOT NULL,
    "valid_from" TEXT NULL,
    "valid_to" TEXT NULL,
    "recorded_at" TEXT NOT NULL,
    "replaces" INTEGER NULL,
    "is_withdrawn" INTEGER NOT NULL,
    CONSTRAINT "FK_jurisdiction_fact_agent_agent_id" FOREIGN KEY ("agent_id") REFERENCES "agent" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_jurisdiction_fact_dataset_dataset_id" FOREIGN KEY ("dataset_id") REFERENCES "dataset" ("id") ON DELETE RESTRICT
);

CREATE TABLE "use_count" (
    "dataset_id" TEXT NOT NULL,
    "version_number" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "caller" TEXT NOT NULL,
    "reads" INTEGER NOT NULL,
    CONSTRAINT "PK_use_count" PRIMARY KEY ("dataset_id", "day", "version_number", "channel", "purpose", "caller"),
    CONSTRAINT "FK_use_count_dataset_dataset_id" FOREIGN KEY ("dataset_id") REFERENCES "dataset" ("id") ON DELETE CASCADE
);

CREATE TABLE "use_report" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_use_report" PRIMARY KEY,
    "dataset_id" TEXT NOT NULL,
    "version_number" INTEGER NOT NULL,
    "agent_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "citation" TEXT NULL,
    "used_from" TEXT NULL,
    "used_to" TEXT NULL,
    "recorded_at" TEXT NOT NULL,
    "replaces" INTEGER NULL,
    "is_withdrawn" INTEGER NOT NULL,
    CONSTRAINT "FK_use_report_agent_agent_id" FOREIGN KEY ("agent_id") REFERENCES "agent" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_use_report_dataset_dataset_id" FOREIGN KEY ("dataset_id") REFERENCES "dataset" ("id") ON DELETE RESTRICT
);

CREATE TABLE "jurisdiction_dispute" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_jurisdiction_dispute" PRIMARY KEY,
    "dataset_id" TEXT NOT NULL,
    "fact_id" INTEGER NOT NULL,
    "agent_id" TEXT NOT NULL,
    "claim" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "outcome" TEXT NULL,
    "citations" TEXT NULL,
    "stated_at" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "replaces" INTEGER NULL,
    "is_withdrawn" INTEGER NOT NULL,
    CONSTRAINT "FK_jurisdiction_dispute_agent_agent_id" FOREIGN KEY ("agent_id") REFERENCES "agent" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_jurisdiction_dispute_jurisdiction_fact_fact_id" FOREIGN KEY ("fact_id") REFERENCES "jurisdiction_fact" ("id") ON DELETE RESTRICT
);

CREATE INDEX "IX_impact_statement_agent_id_id" ON "impact_statement" ("agent_id", "id");

CREATE INDEX "IX_impact_statement_dataset_id_id" ON "impact_statement" ("dataset_id", "id");

CREATE UNIQUE INDEX "IX_impact_statement_replaces" ON "impact_statement" ("replaces");

CREATE INDEX "IX_interpretation_agent_id_id" ON "interpretation" ("agent_id", "id");

CREATE INDEX "IX_interpretation_dataset_id_id" ON "interpretation" ("dataset_id", "id");

CREATE UNIQUE INDEX "IX_interpretation_replaces" ON "interpretation" ("replaces");

CREATE INDEX "IX_interpretation_series_id" ON "interpretation" ("series", "id");

CREATE INDEX "IX_interpretation_target_iri_id" ON "interpretation" ("target_iri", "id");

CREATE INDEX "IX_jurisdiction_dispute_agent_id_id" ON "jurisdiction_dispute" ("agent_id", "id");

CREATE INDEX "IX_jurisdiction_dispute_fact_id_id" ON "jurisdiction_dispute" ("fact_id", "id");

CREATE UNIQUE INDEX "IX_jurisdiction_dispute_replaces" ON "jurisdiction_dispute" ("replaces");

CREATE INDEX "IX_jurisdiction_fact_agent_id_id" ON "jurisdiction_fact" ("agent_id", "id");

CREATE INDEX "IX_jurisdiction_fact_dataset_id_id" ON "jurisdiction_fact" ("dataset_id", "id");

CREATE UNIQUE INDEX "IX_jurisdiction_fact_replaces" ON "jurisdiction_fact" ("replaces");

CREATE INDEX "IX_use_count_day" ON "use_count" ("day");

CREATE INDEX "IX_use_report_agent_id_id" ON "use_report" ("agent_id", "id");

CREATE INDEX "IX_use_report_dataset_id_id" ON "use_report" ("dataset_id", "id");

CREATE UNIQUE INDEX "IX_use_report_replaces" ON "use_report" ("replaces");

CREATE TRIGGER interpretation_no_update BEFORE UPDATE ON interpretation BEGIN SELECT RAISE(ABORT, 'rows of interpretation are never changed or deleted'); END;

CREATE TRIGGER interpretation_no_delete BEFORE DELETE ON interpretation BEGIN SELECT RAISE(ABORT, 'rows of interpretation are never changed or deleted'); END;

CREATE TRIGGER use_report_no_update BEFORE UPDATE ON use_report BEGIN SELECT RAISE(ABORT, 'rows of use_report are never changed or deleted'); END;

CREATE TRIGGER use_report_no_delete BEFORE DELETE ON use_report BEGIN SELECT RAISE(ABORT, 'rows of use_report are never changed or deleted'); END;

CREATE TRIGGER impact_statement_no_update BEFORE UPDATE ON impact_statement BEGIN SELECT RAISE(ABORT, 'rows of impact_statement are never changed or deleted'); END;

CREATE TRIGGER impact_statement_no_delete BEFORE DELETE ON impact_statement BEGIN SELECT RAISE(ABORT, 'rows of impact_statement are never changed or deleted'); END;

CREATE TRIGGER jurisdiction_fact_no_update BEFORE UPDATE ON jurisdiction_fact BEGIN SELECT RAISE(ABORT, 'rows of jurisdiction_fact are never changed or deleted'); END;

CREATE TRIGGER jurisdiction_fact_no_delete BEFORE DELETE ON jurisdiction_fact BEGIN SELECT RAISE(ABORT, 'rows of jurisdiction_fact are never changed or deleted'); END;

CREATE TRIGGER jurisdiction_dispute_no_update BEFORE UPDATE ON jurisdiction_dispute BEGIN SELECT RAISE(ABORT, 'rows of jurisdiction_dispute are never changed or deleted'); END;

CREATE TRIGGER jurisdiction_dispute_no_delete BEFORE DELETE ON jurisdiction_dispute BEGIN SELECT RAISE(ABORT, 'rows of jurisdiction_dispute are never changed or deleted'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130170453_AddJudgements', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "provenance_source" ADD "log_index" INTEGER NULL;

CREATE UNIQUE INDEX "IX_provenance_source_log_index" ON "provenance_source" ("log_index");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130180855_AddEvidenceProvenance', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "data_agreement" ADD "log_index" INTEGER NULL;

CREATE UNIQUE INDEX "IX_data_agreement_log_index" ON "data_agreement" ("log_index");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130182159_AddAgreementSeals', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "provenance_node" ADD "agent_id" TEXT NULL;

CREATE INDEX "IX_provenance_node_dataset_id" ON "provenance_node" ("dataset_id");

UPDATE provenance_node SET agent_id = f.agent_id FROM interpretation f WHERE f.dataset_id IS NOT NULL AND provenance_node.iri = 'v1/datasets/' || f.dataset_id || '/interpretations/' || f.id;

UPDATE provenance_node SET agent_id = f.agent_id FROM interpretation f WHERE f.record_id IS NOT NULL AND provenance_node.iri = 'v1/evidence/' || f.record_id || '/interpretations/' || f.id;

UPDATE provenance_node SET agent_id = f.agent_id FROM use_report f WHERE f.dataset_id IS NOT NULL AND provenance_node.iri = 'v1/datasets/' || f.dataset_id || '/uses/' || f.id;

UPDATE provenance_node SET agent_id = f.agent_id FROM impact_statement f WHERE f.dataset_id IS NOT NULL AND provenance_node.iri = 'v1/datasets/' || f.dataset_id || '/impacts/' || f.id;

UPDATE provenance_node SET agent_id = f.agent_id FROM jurisdiction_fact f WHERE f.dataset_id IS NOT NULL AND provenance_node.iri = 'v1/datasets/' || f.dataset_id || '/jurisdictions/' || f.id;

UPDATE provenance_node SET agent_id = f.agent_id FROM jurisdiction_dispute f WHERE f.dataset_id IS NOT NULL AND provenance_node.iri = 'v1/datasets/' || f.dataset_id || '/disputes/' || f.id;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130212001_AddProvenanceAgents', '10.0.15');

COMMIT;

