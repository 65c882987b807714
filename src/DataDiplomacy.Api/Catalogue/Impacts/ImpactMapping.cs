using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Catalogue.Impacts;

/// <summary>Statements of impact are facts, of which each is replaced at most once; how they stand is computed.</summary>
public sealed class ImpactMapping : IEntityTypeConfiguration<ImpactStatement>
{
    public void Configure(EntityTypeBuilder<ImpactStatement> builder)
    {
        builder.ToTable("impact_statement");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Direction).HasConversion<string>();
        builder.Property(i => i.Level).HasConversion<string>();
        builder.Property(i => i.Severity).HasConversion<string>();
        builder.Property(i => i.Likelihood).HasConversion<string>();
        builder.Property(i => i.Effect).HasConversion<string>();
        builder.HasIndex(i => i.Replaces).IsUnique();
        builder.HasIndex(i => new { i.DatasetId, i.Id });
        builder.HasIndex(i => new { i.AgentId, i.Id });
        builder.HasOne<Agent>().WithMany().HasForeignKey(i => i.AgentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Dataset>().WithMany().HasForeignKey(i => i.DatasetId).OnDelete(DeleteBehavior.Restrict);
    }
}
