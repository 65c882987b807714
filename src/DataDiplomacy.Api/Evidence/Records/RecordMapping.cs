using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Evidence.Records;

public sealed class RecordMapping : IEntityTypeConfiguration<EvidenceRecord>, IEntityTypeConfiguration<ErasureRequest>, IEntityTypeConfiguration<Relabelling>
{
    public void Configure(EntityTypeBuilder<ErasureRequest> builder)
    {
        builder.ToTable("erasure_request");
        builder.HasKey(e => e.RecordId);
    }

    public void Configure(EntityTypeBuilder<Relabelling> builder)
    {
        builder.ToTable("evidence_relabelling");
        builder.HasKey(r => r.LogIndex);
        builder.Property(r => r.LogIndex).ValueGeneratedNever();
        builder.HasIndex(r => r.RecordId);
        builder.Property(r => r.Before).HasConversion<string>();
        builder.Property(r => r.After).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<EvidenceRecord> builder)
    {
        builder.ToTable("evidence_record");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => r.ChangedIndex).IsUnique();
        builder.HasIndex(r => r.ContentIndex);
        builder.HasIndex(r => r.CaseId);
        builder.Property(r => r.Kind).HasConversion<string>();
        builder.Property(r => r.Sensitivity).HasConversion<string>();
    }
}
