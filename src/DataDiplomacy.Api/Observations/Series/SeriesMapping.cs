using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Observations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Observations.Series;

public sealed class SeriesMapping :
    IEntityTypeConfiguration<DataSeries>, IEntityTypeConfiguration<SeriesIndicator>, IEntityTypeConfiguration<SeriesKey>,
    IEntityTypeConfiguration<AttributeSet>, IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<DataSeries> builder)
    {
        builder.ToTable("series");
        builder.HasKey(s => s.Id);
        builder.HasIndex(s => new { s.DatasetId, s.Code }).IsUnique();
        builder.HasIndex(s => s.Code);
        builder.HasOne<Dataset>().WithMany().HasForeignKey(s => s.DatasetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Indicators).WithOne().HasForeignKey(i => i.SeriesId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SeriesIndicator> builder)
    {
        builder.ToTable("series_indicator");
        builder.HasKey(i => new { i.SeriesId, i.Indicator });
        builder.HasIndex(i => i.Indicator);
    }

    public void Configure(EntityTypeBuilder<SeriesKey> builder)
    {
        builder.ToTable("series_key");
        builder.HasKey(k => k.Id);
        builder.HasIndex(k => k.Hash).IsUnique();
        builder.HasIndex(k => new { k.SeriesId, k.AreaId });
        builder.HasOne<DataSeries>().WithMany().HasForeignKey(k => k.SeriesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<KnownArea>().WithMany().HasForeignKey(k => k.AreaId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AttributeSet> builder)
    {
        builder.ToTable("attribute_set");
        builder.HasKey(a => a.Id);
        builder.HasIndex(a => a.Hash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.ToTable("observation");
        // The order of the key is the order of every list, so that pages and exports are one walk along it.
        builder.HasKey(o => new { o.SeriesId, o.AreaId, o.KeyId, o.Period, o.FromVersion });
        builder.Property(o => o.Missing).HasConversion<short?>();
    }
}
