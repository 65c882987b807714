using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Catalogue.Profiles;

/// <summary>Rows are never changed or deleted: what was measured of a version stays what it was.</summary>
public sealed class ProfileMapping : IEntityTypeConfiguration<DatasetProfile>
{
    public void Configure(EntityTypeBuilder<DatasetProfile> builder)
    {
        builder.ToTable("dataset_profile");
        builder.HasKey(p => new { p.DatasetId, p.VersionNumber, p.Method });
        builder.HasOne<DatasetVersion>().WithMany().HasForeignKey(p => new { p.DatasetId, p.VersionNumber }).OnDelete(DeleteBehavior.Restrict);
    }
}
