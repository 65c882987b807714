using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Access;

public sealed class AccessKeyMapping : IEntityTypeConfiguration<AccessKey>
{
    public void Configure(EntityTypeBuilder<AccessKey> builder)
    {
        builder.ToTable("access_key");
        builder.HasKey(k => k.Id);
        builder.HasIndex(k => k.Sha256).IsUnique();
        builder.Property(k => k.Role).HasConversion<string>();
    }
}
