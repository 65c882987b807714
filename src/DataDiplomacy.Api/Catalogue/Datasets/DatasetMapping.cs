using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Catalogue.Datasets;

public sealed class DatasetMapping :
    IEntityTypeConfiguration<Dataset>, IEntityTypeConfiguration<DatasetVersion>, IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Dataset> builder)
    {
        builder.ToTable("dataset");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.SourceKind).HasConversion<string>();
        builder.Property(d => d.Redistribution).HasConversion<string>();
        builder.Property(d => d.Handling).HasConversion<string>();
        builder.Property(d => d.Revision).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<DatasetVersion> builder)
    {
        builder.ToTable("dataset_version");
        builder.HasKey(v => new { v.DatasetId, v.Number });
        builder.HasIndex(v => v.Sequence).IsUnique();
        builder.HasIndex(v => new { v.DatasetId, v.RecordedAt }).IsUnique();
        builder.HasOne<Dataset>().WithMany().HasForeignKey(v => v.DatasetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Activity>().WithMany().HasForeignKey(v => v.ActivityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.ToTable("activity");
        builder.HasKey(a => a.Id);
        builder.HasIndex(a => new { a.DatasetId, a.VersionNumber });
    }
}
