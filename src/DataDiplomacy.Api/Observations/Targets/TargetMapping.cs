using DataDiplomacy.Core.Observations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Observations.Targets;

/// <summary>Rows are never changed or deleted: an assessment names the entry that it rests on.</summary>
public sealed class TargetMapping : IEntityTypeConfiguration<SeriesTarget>
{
    public void Configure(EntityTypeBuilder<SeriesTarget> builder)
    {
        builder.ToTable("series_target");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedOnAdd();
        builder.HasIndex(t => new { t.Series, t.Id });
        builder.Property(t => t.Direction).HasConversion<string>();
        builder.Property(t => t.RecordedAt).IsRequired();
    }
}
