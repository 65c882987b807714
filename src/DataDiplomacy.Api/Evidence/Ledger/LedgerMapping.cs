using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Tables of which nothing is ever changed or deleted: triggers refuse it (see the migrations). The queue of time-stamps alone is changed.</summary>
public sealed class LedgerMapping : IEntityTypeConfiguration<LogEntry>, IEntityTypeConfiguration<LogNode>, IEntityTypeConfiguration<SealedCheckpoint>,
    IEntityTypeConfiguration<StoredCosignature>, IEntityTypeConfiguration<SealedVersion>, IEntityTypeConfiguration<CustodyEvent>, IEntityTypeConfiguration<StoredStatement>,
    IEntityTypeConfiguration<StoredTimestamp>, IEntityTypeConfiguration<TimestampQueueEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> builder)
    {
        builder.ToTable("log_entry");
        builder.HasKey(e => e.Index);
        builder.Property(e => e.Index).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<LogNode> builder)
    {
        builder.ToTable("log_node");
        builder.HasKey(n => new { n.Level, n.Index });
        builder.Property(n => n.Level).ValueGeneratedNever();
        builder.Property(n => n.Index).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<SealedCheckpoint> builder)
    {
        builder.ToTable("log_checkpoint");
        builder.HasKey(c => c.Size);
        builder.Property(c => c.Size).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<StoredCosignature> builder)
    {
        builder.ToTable("log_cosignature");
        builder.HasKey(c => new { c.Size, c.Witness });
    }

    public void Configure(EntityTypeBuilder<SealedVersion> builder)
    {
        builder.ToTable("log_dataset_version");
        builder.HasKey(v => new { v.DatasetId, v.Number });
        builder.HasIndex(v => v.Sequence).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CustodyEvent> builder)
    {
        builder.ToTable("custody_event");
        builder.HasKey(e => new { e.RecordId, e.Sequence });
        builder.HasIndex(e => e.LogIndex).IsUnique();
        builder.Property(e => e.Type).HasConversion<string>();
        builder.Ignore(e => e.EnvelopeSha256);
    }

    public void Configure(EntityTypeBuilder<StoredStatement> builder)
    {
        builder.ToTable("evidence_statement");
        builder.HasKey(s => s.Id);
        builder.HasIndex(s => new { s.RecordId, s.Kind, s.LogIndex });
        builder.HasIndex(s => s.LogIndex).IsUnique();
        builder.HasIndex(s => s.About);
        builder.Property(s => s.Kind).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<StoredTimestamp> builder)
    {
        builder.ToTable("log_timestamp");
        builder.HasKey(t => new { t.Size, t.Authority });
    }

    public void Configure(EntityTypeBuilder<TimestampQueueEntry> builder)
    {
        builder.ToTable("log_timestamp_queue");
        builder.HasKey(t => t.Authority);
    }
}
