using DataDiplomacy.Core.Evidence.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Evidence.MailKeys;

/// <summary>Rows are never changed or deleted: a report names the key that it rests on.</summary>
public sealed class MailKeyMapping : IEntityTypeConfiguration<StoredMailKey>
{
    public void Configure(EntityTypeBuilder<StoredMailKey> builder)
    {
        builder.ToTable("mail_key");
        builder.HasKey(k => k.Id);
        builder.HasIndex(k => new { k.Domain, k.Selector });
        builder.Property(k => k.Source).HasConversion<string>();
    }
}
