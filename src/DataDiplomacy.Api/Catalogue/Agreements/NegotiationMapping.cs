using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Catalogue.Agreements;

public sealed class NegotiationMapping :
    IEntityTypeConfiguration<StoredPolicy>, IEntityTypeConfiguration<DatasetOffer>, IEntityTypeConfiguration<DataNegotiation>, IEntityTypeConfiguration<StoredMove>, IEntityTypeConfiguration<MoveApproval>
{
    public void Configure(EntityTypeBuilder<StoredPolicy> builder)
    {
        builder.ToTable("data_policy");
        builder.HasKey(p => p.Sha256);
        builder.Property(p => p.Type).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<DatasetOffer> builder)
    {
        builder.ToTable("dataset_offer");
        builder.HasKey(o => o.Id);
        builder.HasIndex(o => new { o.DatasetId, o.PolicySha256 }).IsUnique();
        builder.HasOne<Dataset>().WithMany().HasForeignKey(o => o.DatasetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredPolicy>().WithMany().HasForeignKey(o => o.PolicySha256).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DataNegotiation> builder)
    {
        builder.ToTable("data_negotiation");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.ConsumerKind).HasConversion<string>();
        builder.Property(n => n.Track).HasConversion<string>();
        builder.Property(n => n.State).HasConversion<string>();
        builder.Property(n => n.EndedBy).HasConversion<string>();
        builder.Property(n => n.Moves).IsConcurrencyToken();
        builder.HasIndex(n => n.ProviderPid).IsUnique();
        builder.HasIndex(n => n.ConsumerPid).IsUnique();
        builder.HasIndex(n => new { n.DatasetId, n.Id });
        builder.HasIndex(n => new { n.State, n.StateSince });
        builder.HasOne<Dataset>().WithMany().HasForeignKey(n => n.DatasetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredPolicy>().WithMany().HasForeignKey(n => n.TermsSha256).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StoredMove> builder)
    {
        builder.ToTable("negotiation_move");
        builder.HasKey(m => new { m.NegotiationId, m.Sequence });
        builder.Property(m => m.Party).HasConversion<string>();
        builder.Property(m => m.Kind).HasConversion<string>();
        builder.HasOne<DataNegotiation>().WithMany().HasForeignKey(m => m.NegotiationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredPolicy>().WithMany().HasForeignKey(m => m.PolicySha256).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MoveApproval> builder)
    {
        builder.ToTable("move_approval");
        builder.HasKey(a => new { a.NegotiationId, a.Number });
        builder.Property(a => a.Party).HasConversion<string>();
        builder.Property(a => a.Kind).HasConversion<string>();
        builder.Property(a => a.State).HasConversion<string>().IsConcurrencyToken();
        builder.HasOne<DataNegotiation>().WithMany().HasForeignKey(a => a.NegotiationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredPolicy>().WithMany().HasForeignKey(a => a.PolicySha256).OnDelete(DeleteBehavior.Restrict);
    }
}
