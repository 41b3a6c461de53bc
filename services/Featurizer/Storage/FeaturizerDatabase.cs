using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.Featurizer.Storage;

internal sealed class FeaturizerDatabase(DbContextOptions<FeaturizerDatabase> options) : ServiceDatabase(options, "featurizer")
{
    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<MatrixRow> Matrices => Set<MatrixRow>();

    public DbSet<SiteStatusRow> SiteStatuses => Set<SiteStatusRow>();

    public DbSet<ImportBatchRow> ImportBatches => Set<ImportBatchRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<EventRow>().ToTable("event").HasKey(e => e.EventId);
        modelBuilder.Entity<MatrixRow>(matrix =>
        {
            matrix.ToTable("matrix");
            matrix.HasKey(m => m.MatrixId);
            matrix.Property(m => m.Around).HasColumnType("jsonb");
            matrix.HasOne<EventRow>().WithMany().HasForeignKey(m => m.EventId);
        });
        modelBuilder.Entity<SiteStatusRow>().ToTable("site_status").HasKey(s => new { s.Site, s.EffectiveAt, s.Source });
        modelBuilder.Entity<ImportBatchRow>().ToTable("import_batch").HasKey(b => new { b.ImportId, b.Batch });
    }
}
