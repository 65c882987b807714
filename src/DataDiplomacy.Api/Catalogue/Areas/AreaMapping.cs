using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Catalogue.Areas;

public sealed class AreaMapping : IEntityTypeConfiguration<KnownArea>
{
    public void Configure(EntityTypeBuilder<KnownArea> builder)
    {
        builder.ToTable("area");
        builder.HasKey(a => a.Id);
        builder.HasIndex(a => a.Code).IsUnique();
    }
}
