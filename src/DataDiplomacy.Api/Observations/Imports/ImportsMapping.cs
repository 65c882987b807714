using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Observations.Imports;

public sealed class ImportsMapping : IEntityTypeConfiguration<Import>, IEntityTypeConfiguration<ImportRejection>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("import");
        builder.HasKey(i => i.Id);
        builder.HasIndex(i => new { i.DatasetId, i.CreatedAt });
        builder.Property(i => i.State).HasConversion<string>();
        builder.Property(i => i.Format).HasConversion<string>();
        builder.Property(i => i.Mode).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<ImportRejection> builder)
    {
        builder.ToTable("import_rejection");
        builder.HasKey(r => new { r.ImportId, r.Ordinal });
        builder.HasOne<Import>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}
