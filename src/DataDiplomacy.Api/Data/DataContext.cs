using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Agents;
using DataDiplomacy.Api.Catalogue.Agreements;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Catalogue.Catalogs;
using DataDiplomacy.Api.Catalogue.Datasets;
using DataDiplomacy.Api.Catalogue.Impacts;
using DataDiplomacy.Api.Catalogue.Interpretations;
using DataDiplomacy.Api.Catalogue.Jurisdictions;
using DataDiplomacy.Api.Catalogue.Profiles;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Catalogue.Uses;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.MailKeys;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Observations.Imports;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Api.Observations.Targets;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Mail;
using DataDiplomacy.Core.Evidence.Time;
using DataDiplomacy.Core.Observations;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Data;

/// <summary>One model for both databases; the two sealed contexts differ in their migrations only.</summary>
public abstract class DataContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Dataset> Datasets => Set<Dataset>();

    public DbSet<DatasetVersion> DatasetVersions => Set<DatasetVersion>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<KnownArea> Areas => Set<KnownArea>();

    public DbSet<DataSeries> Series => Set<DataSeries>();

    public DbSet<SeriesKey> SeriesKeys => Set<SeriesKey>();

    public DbSet<AttributeSet> AttributeSets => Set<AttributeSet>();

    public DbSet<Observation> Observations => Set<Observation>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportRejection> ImportRejections => Set<ImportRejection>();

    public DbSet<AccessKey> AccessKeys => Set<AccessKey>();

    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<LogEntry> LogEntries => Set<LogEntry>();

    public DbSet<LogNode> LogNodes => Set<LogNode>();

    public DbSet<SealedCheckpoint> SealedCheckpoints => Set<SealedCheckpoint>();

    public DbSet<StoredCosignature> Cosignatures => Set<StoredCosignature>();

    public DbSet<SealedVersion> SealedVersions => Set<SealedVersion>();

    public DbSet<CustodyEvent> CustodyEvents => Set<CustodyEvent>();
    public DbSet<StoredStatement> EvidenceStatements => Set<StoredStatement>();
    public DbSet<StoredTimestamp> Timestamps => Set<StoredTimestamp>();
    public DbSet<TimestampQueueEntry> TimestampQueue => Set<TimestampQueueEntry>();

    public DbSet<EvidenceRecord> EvidenceRecords => Set<EvidenceRecord>();

    public DbSet<Relabelling> Relabellings => Set<Relabelling>();

    public DbSet<ErasureRequest> ErasureRequests => Set<ErasureRequest>();

    public DbSet<StoredMailKey> MailKeys => Set<StoredMailKey>();

    public DbSet<SeriesTarget> SeriesTargets => Set<SeriesTarget>();

    public DbSet<ProvenanceSource> ProvenanceSources => Set<ProvenanceSource>();

    public DbSet<ProvenanceNode> ProvenanceNodes => Set<ProvenanceNode>();

    public DbSet<ProvenanceStatement> ProvenanceStatements => Set<ProvenanceStatement>();

    public DbSet<ProvenanceEdge> ProvenanceEdges => Set<ProvenanceEdge>();

    public DbSet<ProvenanceBinding> ProvenanceBindings => Set<ProvenanceBinding>();

    public DbSet<Agent> Agents => Set<Agent>();

    public DbSet<DatasetProfile> DatasetProfiles => Set<DatasetProfile>();

    public DbSet<AgentRole> AgentRoles => Set<AgentRole>();

    public DbSet<AgentDelegation> AgentDelegations => Set<AgentDelegation>();

    public DbSet<StoredEntry> CatalogEntries => Set<StoredEntry>();

    public DbSet<StoredPolicy> DataPolicies => Set<StoredPolicy>();

    public DbSet<DatasetOffer> DatasetOffers => Set<DatasetOffer>();

    public DbSet<DataNegotiation> DataNegotiations => Set<DataNegotiation>();

    public DbSet<StoredMove> NegotiationMoves => Set<StoredMove>();

    public DbSet<MoveApproval> MoveApprovals => Set<MoveApproval>();

    public DbSet<DataAgreement> DataAgreements => Set<DataAgreement>();

    public DbSet<AgreementEvent> AgreementEvents => Set<AgreementEvent>();

    public DbSet<AgreementNotice> AgreementNotices => Set<AgreementNotice>();

    public DbSet<DutyFulfilment> DutyFulfilments => Set<DutyFulfilment>();

    public DbSet<DataTransfer> DataTransfers => Set<DataTransfer>();

    public DbSet<StoredTransferMove> TransferMoves => Set<StoredTransferMove>();

    public DbSet<Interpretation> Interpretations => Set<Interpretation>();

    public DbSet<UseCount> UseCounts => Set<UseCount>();

    public DbSet<UseReport> UseReports => Set<UseReport>();

    public DbSet<ImpactStatement> ImpactStatements => Set<ImpactStatement>();

    public DbSet<JurisdictionFact> JurisdictionFacts => Set<JurisdictionFact>();

    public DbSet<JurisdictionDispute> JurisdictionDisputes => Set<JurisdictionDispute>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var datasets = new DatasetMapping();
        modelBuilder.ApplyConfiguration<Dataset>(datasets);
        modelBuilder.ApplyConfiguration<DatasetVersion>(datasets);
        modelBuilder.ApplyConfiguration<Activity>(datasets);
        modelBuilder.ApplyConfiguration(new AreaMapping());
        var series = new SeriesMapping();
        modelBuilder.ApplyConfiguration<DataSeries>(series);
        modelBuilder.ApplyConfiguration<SeriesIndicator>(series);
        modelBuilder.ApplyConfiguration<SeriesKey>(series);
        modelBuilder.ApplyConfiguration<AttributeSet>(series);
        modelBuilder.ApplyConfiguration<Observation>(series);
        var imports = new ImportsMapping();
        modelBuilder.ApplyConfiguration<Import>(imports);
        modelBuilder.ApplyConfiguration<ImportRejection>(imports);
        var access = new AccessMapping();
        modelBuilder.ApplyConfiguration<AccessKey>(access);
        modelBuilder.ApplyConfiguration<AuditRecord>(access);
        modelBuilder.ApplyConfiguration<IdempotencyRecord>(access);
        var ledger = new LedgerMapping();
        modelBuilder.ApplyConfiguration<LogEntry>(ledger);
        modelBuilder.ApplyConfiguration<LogNode>(ledger);
        modelBuilder.ApplyConfiguration<SealedCheckpoint>(ledger);
        modelBuilder.ApplyConfiguration<StoredCosignature>(ledger);
        modelBuilder.ApplyConfiguration<SealedVersion>(ledger);
        modelBuilder.ApplyConfiguration<CustodyEvent>(ledger);
        modelBuilder.ApplyConfiguration<StoredStatement>(ledger);
        modelBuilder.ApplyConfiguration<StoredTimestamp>(ledger);
        modelBuilder.ApplyConfiguration<TimestampQueueEntry>(ledger);
        var records = new RecordMapping();
        modelBuilder.ApplyConfiguration<EvidenceRecord>(records);
        modelBuilder.ApplyConfiguration<ErasureRequest>(records);
        modelBuilder.ApplyConfiguration<Relabelling>(records);
        modelBuilder.ApplyConfiguration(new MailKeyMapping());
        modelBuilder.ApplyConfiguration(new TargetMapping());
        var provenance = new ProvenanceMapping();
        modelBuilder.ApplyConfiguration<ProvenanceSource>(provenance);
        modelBuilder.ApplyConfiguration<ProvenanceNode>(provenance);
        modelBuilder.ApplyConfiguration<ProvenanceStatement>(provenance);
        modelBuilder.ApplyConfiguration<ProvenanceEdge>(provenance);
        modelBuilder.ApplyConfiguration<ProvenanceBinding>(provenance);
        var agents = new AgentMapping();
        modelBuilder.ApplyConfiguration<Agent>(agents);
        modelBuilder.ApplyConfiguration<AgentRole>(agents);
        modelBuilder.ApplyConfiguration<AgentDelegation>(agents);
        modelBuilder.ApplyConfiguration(new ProfileMapping());
        modelBuilder.ApplyConfiguration(new CatalogMapping());
        modelBuilder.ApplyConfiguration(new InterpretationMapping());
        modelBuilder.ApplyConfiguration(new ImpactMapping());
        var uses = new UseMapping();
        modelBuilder.ApplyConfiguration<UseCount>(uses);
        modelBuilder.ApplyConfiguration<UseReport>(uses);
        var jurisdictions = new JurisdictionMapping();
        modelBuilder.ApplyConfiguration<JurisdictionFact>(jurisdictions);
        modelBuilder.ApplyConfiguration<JurisdictionDispute>(jurisdictions);
        AgreementMapping.ApplyTo(modelBuilder);
        Conversions.NameColumns(modelBuilder);
        Conversions.CollateText(modelBuilder, TextCollation);
    }

    /// <summary>Collation by which text compares byte by byte, so that keyset pages agree on both databases; null where that is the default.</summary>
    protected abstract string? TextCollation { get; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conversions.Apply(configurationBuilder);
}

/// <summary>SQLite: the default, one file.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : DataContext(options)
{
    protected override string? TextCollation => null;
}

/// <summary>PostgreSQL, by setting.</summary>
public sealed class PostgresContext(DbContextOptions<PostgresContext> options) : DataContext(options)
{
    protected override string? TextCollation => "C";
}
