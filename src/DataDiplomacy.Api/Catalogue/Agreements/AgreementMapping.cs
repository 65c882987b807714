using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>A data set with offers, negotiations or agreements is not deleted: what was agreed names it.</summary>
public sealed class AgreementMapping :
    IEntityTypeConfiguration<DataAgreement>, IEntityTypeConfiguration<AgreementEvent>, IEntityTypeConfiguration<AgreementNotice>, IEntityTypeConfiguration<DutyFulfilment>,
    IEntityTypeConfiguration<DataTransfer>, IEntityTypeConfiguration<StoredTransferMove>
{
    public static void ApplyTo(ModelBuilder model)
    {
        var (negotiations, agreements) = (new NegotiationMapping(), new AgreementMapping());
        model.ApplyConfiguration<StoredPolicy>(negotiations);
        model.ApplyConfiguration<DatasetOffer>(negotiations);
        model.ApplyConfiguration<DataNegotiation>(negotiations);
        model.ApplyConfiguration<StoredMove>(negotiations);
        model.ApplyConfiguration<MoveApproval>(negotiations);
        model.ApplyConfiguration<DataAgreement>(agreements);
        model.ApplyConfiguration<AgreementEvent>(agreements);
        model.ApplyConfiguration<AgreementNotice>(agreements);
        model.ApplyConfiguration<DutyFulfilment>(agreements);
        model.ApplyConfiguration<DataTransfer>(agreements);
        model.ApplyConfiguration<StoredTransferMove>(agreements);
    }

    public void Configure(EntityTypeBuilder<DataAgreement> builder)
    {
        builder.ToTable("data_agreement");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.State).HasConversion<string>();
        builder.Property(a => a.SuspendedBy).HasConversion<string>();
        builder.Property(a => a.Events).IsConcurrencyToken();
        builder.HasIndex(a => new { a.DatasetId, a.Id });
        builder.HasIndex(a => new { a.State, a.ExpiresAt });
        builder.HasIndex(a => a.LogIndex).IsUnique();
        builder.HasOne<DataNegotiation>().WithMany().HasForeignKey(a => a.NegotiationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredPolicy>().WithMany().HasForeignKey(a => a.PolicySha256).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Dataset>().WithMany().HasForeignKey(a => a.DatasetId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AgreementEvent> builder)
    {
        builder.ToTable("agreement_event");
        builder.HasKey(e => new { e.AgreementId, e.Number });
        builder.Property(e => e.Action).HasConversion<string>();
        builder.Property(e => e.State).HasConversion<string>();
        builder.HasOne<DataAgreement>().WithMany().HasForeignKey(e => e.AgreementId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AgreementNotice> builder)
    {
        builder.ToTable("agreement_notification");
        builder.HasKey(n => new { n.AgreementId, n.Event, n.Recipient });
        builder.Property(n => n.Recipient).HasConversion<string>();
        builder.Property(n => n.Action).HasConversion<string>();
        builder.Property(n => n.State).HasConversion<string>();
        builder.HasOne<DataAgreement>().WithMany().HasForeignKey(n => n.AgreementId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DutyFulfilment> builder)
    {
        builder.ToTable("duty_fulfilment");
        builder.HasKey(f => f.Id);
        builder.HasIndex(f => f.AgreementId);
        builder.HasOne<DataAgreement>().WithMany().HasForeignKey(f => f.AgreementId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DataTransfer> builder)
    {
        builder.ToTable("data_transfer");
        builder.HasKey(t => new { t.AgreementId, t.Number });
        builder.Property(t => t.State).HasConversion<string>();
        builder.Property(t => t.Moves).IsConcurrencyToken();
        builder.HasIndex(t => t.ProviderPid).IsUnique();
        builder.HasIndex(t => t.ConsumerPid).IsUnique();
        builder.HasOne<DataAgreement>().WithMany().HasForeignKey(t => t.AgreementId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StoredTransferMove> builder)
    {
        builder.ToTable("transfer_move");
        builder.HasKey(m => new { m.AgreementId, m.Transfer, m.Number });
        builder.Property(m => m.Kind).HasConversion<string>();
        builder.Property(m => m.Party).HasConversion<string>();
        builder.HasOne<DataTransfer>().WithMany().HasForeignKey(m => new { m.AgreementId, m.Transfer }).OnDelete(DeleteBehavior.Restrict);
    }
}
