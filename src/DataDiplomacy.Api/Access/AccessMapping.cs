using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Access;

public sealed class AccessMapping : IEntityTypeConfiguration<AccessKey>, IEntityTypeConfiguration<AuditRecord>, IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<AccessKey> builder)
    {
        builder.ToTable("access_key");
        builder.HasKey(k => k.Id);
        builder.HasIndex(k => k.Sha256).IsUnique();
        builder.Property(k => k.Role).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<AuditRecord> builder)
    {
        builder.ToTable("audit_record");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => r.At);
    }

    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("idempotency_record");
        builder.HasKey(r => r.Id);
        // A claim that was taken over, or has acted, matches no more.
        builder.Property(r => r.CreatedAt).IsConcurrencyToken();
        builder.Property(r => r.Status).IsConcurrencyToken();
        builder.HasIndex(r => r.CreatedAt);
    }
}
