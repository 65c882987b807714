using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Catalogue.Interpretations;

/// <summary>Interpretations are facts, of which each is replaced at most once.</summary>
public sealed class InterpretationMapping : IEntityTypeConfiguration<Interpretation>
{
    public void Configure(EntityTypeBuilder<Interpretation> builder)
    {
        builder.ToTable("interpretation");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.TargetKind).HasConversion<string>();
        builder.Property(i => i.Stance).HasConversion<string>();
        builder.Property(i => i.Confidence).HasConversion<string>();
        builder.Property(i => i.Likelihood).HasConversion<string>();
        builder.HasIndex(i => i.Replaces).IsUnique();
        builder.HasIndex(i => new { i.DatasetId, i.Id });
        builder.HasIndex(i => new { i.TargetIri, i.Id });
        builder.HasIndex(i => new { i.Series, i.Id });
        builder.HasIndex(i => new { i.AgentId, i.Id });
        builder.HasOne<Agent>().WithMany().HasForeignKey(i => i.AgentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Dataset>().WithMany().HasForeignKey(i => i.DatasetId).OnDelete(DeleteBehavior.Restrict);
    }
}
