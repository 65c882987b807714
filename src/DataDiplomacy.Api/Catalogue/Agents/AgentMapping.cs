using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Catalogue.Agents;

/// <summary>Agents are described anew; roles and delegations are facts, of which each is replaced at most once.</summary>
public sealed class AgentMapping : IEntityTypeConfiguration<Agent>, IEntityTypeConfiguration<AgentRole>, IEntityTypeConfiguration<AgentDelegation>
{
    public void Configure(EntityTypeBuilder<Agent> builder)
    {
        builder.ToTable("agent");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Kind).HasConversion<string>();
        builder.Property(a => a.Track).HasConversion<string>();
        builder.Property(a => a.ScienceDiplomacy).HasConversion<string>();
        builder.Property(a => a.Handling).HasConversion<string>();
        builder.Property(a => a.Revision).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<AgentRole> builder)
    {
        builder.ToTable("agent_role");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Function).HasConversion<string>();
        builder.HasIndex(r => r.Replaces).IsUnique();
        builder.HasIndex(r => new { r.DatasetId, r.Id });
        builder.HasIndex(r => new { r.AgentId, r.Id });
        builder.HasOne<Agent>().WithMany().HasForeignKey(r => r.AgentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Dataset>().WithMany().HasForeignKey(r => r.DatasetId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AgentDelegation> builder)
    {
        builder.ToTable("agent_delegation");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.Replaces).IsUnique();
        builder.HasIndex(d => new { d.AgentId, d.Id });
        builder.HasOne<Agent>().WithMany().HasForeignKey(d => d.AgentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agent>().WithMany().HasForeignKey(d => d.ResponsibleId).OnDelete(DeleteBehavior.Restrict);
    }
}
