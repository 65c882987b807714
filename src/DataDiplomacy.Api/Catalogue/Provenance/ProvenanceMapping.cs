using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Edges stand along both of their directions with all that a walk asks, so that it reads indexes alone.</summary>
public sealed class ProvenanceMapping :
    IEntityTypeConfiguration<ProvenanceSource>, IEntityTypeConfiguration<ProvenanceNode>, IEntityTypeConfiguration<ProvenanceStatement>, IEntityTypeConfiguration<ProvenanceEdge>,
    IEntityTypeConfiguration<ProvenanceBinding>
{
    public void Configure(EntityTypeBuilder<ProvenanceSource> builder)
    {
        builder.ToTable("provenance_source");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedOnAdd();
        builder.Property(s => s.Handling).HasConversion<string>();
        builder.HasIndex(s => s.Sha256);
        // How far the ledger is stated is asked each second; two servers cannot state the same part.
        builder.HasIndex(s => s.LogIndex).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ProvenanceNode> builder)
    {
        builder.ToTable("provenance_node");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedOnAdd();
        builder.HasIndex(n => n.Iri).IsUnique();
        builder.HasIndex(n => n.DatasetId);
        // Empty but for rows from before there were ranks, so that every writer may ask for these.
        builder.HasIndex(n => n.Id).HasFilter("rank IS NULL").HasDatabaseName("IX_provenance_node_unranked");
    }

    public void Configure(EntityTypeBuilder<ProvenanceStatement> builder)
    {
        builder.ToTable("provenance_statement");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedOnAdd();
        builder.Property(s => s.Kind).HasConversion<short>();
        builder.HasIndex(s => s.Iri);
        builder.HasOne(s => s.Source).WithMany().HasForeignKey(s => s.SourceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProvenanceEdge> builder)
    {
        builder.ToTable("provenance_edge");
        builder.HasKey(e => new { e.FromId, e.ToId, e.Kind, e.StatementId });
        builder.Property(e => e.Kind).HasConversion<short>();
        builder.Property(e => e.Handling).HasConversion<short>();
        builder.HasIndex(e => new { e.ToId, e.FromId, e.Kind, e.StatementId, e.RecordedFrom, e.RecordedTo, e.Handling }).HasDatabaseName("IX_provenance_edge_down");
        builder.HasOne(e => e.From).WithMany().HasForeignKey(e => e.FromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.To).WithMany().HasForeignKey(e => e.ToId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProvenanceStatement>().WithMany(s => s.Edges).HasForeignKey(e => e.StatementId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProvenanceBinding> builder)
    {
        builder.ToTable("provenance_binding");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedOnAdd();
        builder.HasIndex(b => new { b.NodeId, b.RecordedTo, b.AgreementId });
        builder.HasIndex(b => new { b.AgreementId, b.RecordedTo, b.DatasetId });
        builder.HasOne<ProvenanceNode>().WithMany().HasForeignKey(b => b.NodeId).OnDelete(DeleteBehavior.Restrict);
    }
}
