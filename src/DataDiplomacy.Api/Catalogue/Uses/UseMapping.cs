using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Catalogue.Uses;

/// <summary>Counts are sums that grow; reports are facts, of which each is replaced at most once.</summary>
public sealed class UseMapping : IEntityTypeConfiguration<UseCount>, IEntityTypeConfiguration<UseReport>
{
    public void Configure(EntityTypeBuilder<UseCount> builder)
    {
        builder.ToTable("use_count");
        builder.HasKey(u => new { u.DatasetId, u.Day, u.VersionNumber, u.Channel, u.Purpose, u.Caller });
        builder.Property(u => u.Channel).HasConversion<string>();
        builder.Property(u => u.Purpose).HasConversion<string>();
        builder.Property(u => u.Caller).HasConversion<string>();
        builder.HasIndex(u => u.Day);
        builder.HasOne<Dataset>().WithMany().HasForeignKey(u => u.DatasetId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<UseReport> builder)
    {
        builder.ToTable("use_report");
        builder.HasKey(u => u.Id);
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Purpose).HasConversion<string>();
        builder.HasIndex(u => u.Replaces).IsUnique();
        builder.HasIndex(u => new { u.DatasetId, u.Id });
        builder.HasIndex(u => new { u.AgentId, u.Id });
        builder.HasOne<Agent>().WithMany().HasForeignKey(u => u.AgentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Dataset>().WithMany().HasForeignKey(u => u.DatasetId).OnDelete(DeleteBehavior.Restrict);
    }
}
