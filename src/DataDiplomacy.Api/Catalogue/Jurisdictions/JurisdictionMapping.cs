using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Catalogue.Jurisdictions;

/// <summary>Facts of jurisdiction and disputes over them; each is replaced at most once.</summary>
public sealed class JurisdictionMapping : IEntityTypeConfiguration<JurisdictionFact>, IEntityTypeConfiguration<JurisdictionDispute>
{
    public void Configure(EntityTypeBuilder<JurisdictionFact> builder)
    {
        builder.ToTable("jurisdiction_fact");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Aspect).HasConversion<string>();
        builder.HasIndex(f => f.Replaces).IsUnique();
        builder.HasIndex(f => new { f.DatasetId, f.Id });
        builder.HasIndex(f => new { f.AgentId, f.Id });
        builder.HasOne<Agent>().WithMany().HasForeignKey(f => f.AgentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Dataset>().WithMany().HasForeignKey(f => f.DatasetId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<JurisdictionDispute> builder)
    {
        builder.ToTable("jurisdiction_dispute");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Status).HasConversion<string>();
        builder.HasIndex(d => d.Replaces).IsUnique();
        builder.HasIndex(d => new { d.FactId, d.Id });
        builder.HasIndex(d => new { d.AgentId, d.Id });
        builder.HasOne<JurisdictionFact>().WithMany().HasForeignKey(d => d.FactId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agent>().WithMany().HasForeignKey(d => d.AgentId).OnDelete(DeleteBehavior.Restrict);
    }
}
