using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Conventions;

/// <summary>An answer must not change while its tag stays: every table says here how the tags of reads see its changes.</summary>
public class EntityTagTests
{
    private static readonly Dictionary<string, string> SeenBy = new()
    {
        ["dataset"] = "count, revisions and newest change, read by DataStateQueries",
        ["dataset_version"] = "newest sequence, read by DataStateQueries",
        ["area"] = "newest number, read by DataStateQueries; others change with the program only",
        ["activity"] = "comes with a version",
        ["series"] = "comes with a version",
        ["series_indicator"] = "comes with a version",
        ["series_key"] = "comes with a version",
        ["attribute_set"] = "comes with a version",
        ["observation"] = "comes with a version",
        ["import"] = "its routes need a role and set tags of their own when it is over",
        ["import_rejection"] = "as its import",
        ["access_key"] = "the caller is part of each tag",
        ["audit_record"] = "is read by routes that need a role, which have no tag",
        ["log_entry"] = "its routes are no data sets: tiles never change, the checkpoint says how long it may be kept",
        ["log_node"] = "as log_entry",
        ["log_checkpoint"] = "as log_entry",
        ["log_cosignature"] = "as log_entry",
        ["log_dataset_version"] = "comes with a version",
        ["custody_event"] = "its routes have no tag",
        ["evidence_statement"] = "its routes have no tag",
        ["agent"] = "sum of revisions and numbers of facts, read by AgentQueries for the routes that rest on agents (MoreState)",
        ["agent_role"] = "as agent",
        ["agent_delegation"] = "as agent",
        ["catalog_entry"] = "comes with its data set, whose revision changes when it is replaced",
        ["dataset_profile"] = "is measured from a version when it is first asked for, and never changes after; which data sets it compares with is shown by their labels, which are part of the state",
        ["interpretation"] = "newest number, read by InterpretationQueries for the routes that show interpretations, and by ImpactQueries for those that rest on them (MoreState)",
        ["use_count"] = "the routes that read it have no tag: it changes with every read",
        ["use_report"] = "newest number, read by UseReportQueries and ImpactQueries (MoreState)",
        ["impact_statement"] = "newest number, read by ImpactQueries (MoreState)",
        ["jurisdiction_fact"] = "newest number, read by JurisdictionQueries (MoreState)",
        ["jurisdiction_dispute"] = "as jurisdiction_fact",
        ["mail_key"] = "its routes have no tag",
        ["series_target"] = "newest number, read by TargetQueries for the routes that rest on targets (MoreState)",
        ["provenance_source"] = "newest number, read by ProvenanceQueries for the routes that walk (MoreState): each statement and each withdrawal has one",
        ["provenance_node"] = "comes with a statement; that it is an agent too as well",
        ["provenance_statement"] = "comes with its source",
        ["provenance_edge"] = "comes with a statement, and is withdrawn with it",
        ["provenance_binding"] = "what follows for the caller is part of each tag (IReadTerms), so that what may not be read any more is not confirmed either",
        ["log_timestamp"] = "its routes have no tag",
        ["log_timestamp_queue"] = "its routes have no tag",
        ["erasure_request"] = "is not read by any route",
        ["evidence_relabelling"] = "the list that reads it has no tag",
        ["evidence_record"] = "its routes set tags of their own, from the last event that changed it; those of the search carry the newest of all (MoreState)",
        ["data_policy"] = "comes with what names it",
        ["dataset_offer"] = "number of offers, read by PolicyQueries for the routes that list them (MoreState)",
        ["data_negotiation"] = "its routes need a role and have no tag; the account of all of them has none either",
        ["negotiation_move"] = "as data_negotiation",
        ["move_approval"] = "as data_negotiation",
        ["data_agreement"] = "its routes need a role and have no tag",
        ["agreement_event"] = "as data_agreement",
        ["agreement_notification"] = "as data_agreement",
        ["duty_fulfilment"] = "as data_agreement",
        ["data_transfer"] = "as data_agreement",
        ["transfer_move"] = "as data_agreement",
        ["idempotency_record"] = "is not read by any route",
    };

    [Fact]
    public void Every_table_says_how_tags_see_its_changes()
    {
        using var context = new SqliteDesignTime().CreateDbContext([]);

        context.Model.GetEntityTypes().Select(e => e.GetTableName()).Except(SeenBy.Keys).ShouldBeEmpty();
    }
}
