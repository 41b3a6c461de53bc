using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.Retrainer.Storage;

internal sealed class RetrainerDatabase(DbContextOptions<RetrainerDatabase> options) : ServiceDatabase(options, "retrainer")
{
    public DbSet<ModelRow> Models => Set<ModelRow>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<DriftRow> Drifts => Set<DriftRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ModelRow>(model =>
        {
            model.ToTable("model");
            model.HasKey(m => new { m.Target, m.Version });
            model.HasOne<RunRow>().WithMany().HasForeignKey(m => m.RunId);
            model.Property(m => m.Metrics).HasColumnType("jsonb");
        });
        modelBuilder.Entity<DriftRow>().ToTable("drift").HasKey(d => new { d.Kind, d.FoundAt });
        modelBuilder.Entity<RunRow>(run =>
        {
            run.ToTable("training");
            run.HasKey(r => r.RunId);
            run.Property(r => r.Report).HasColumnType("jsonb");
        });
    }
}
