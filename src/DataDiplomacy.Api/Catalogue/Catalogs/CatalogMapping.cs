using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>One entry for each data set that came from another catalogue; it goes with the data set.</summary>
public sealed class CatalogMapping : IEntityTypeConfiguration<StoredEntry>
{
    public void Configure(EntityTypeBuilder<StoredEntry> builder)
    {
        builder.ToTable("catalog_entry");
        builder.HasKey(e => e.DatasetId);
        builder.HasIndex(e => e.Iri).IsUnique();
        builder.HasIndex(e => e.Sha256);
        builder.HasOne<Dataset>().WithOne().HasForeignKey<StoredEntry>(e => e.DatasetId).OnDelete(DeleteBehavior.Cascade);
    }
}
