using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.Retrainer.Storage;

internal sealed class RetrainerDatabase(DbContextOptions<RetrainerDatabase> options) : ServiceDatabase(options, "retrainer")
{
    public DbSet<ModelRow> Models => Set<ModelRow>();

    public DbSet<SetRow> Sets => Set<SetRow>();

    public DbSet<MoveRow> Moves => Set<MoveRow>();

    public DbSet<MoveRequestRow> MoveRequests => Set<MoveRequestRow>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<TrialCaseRow> TrialCases => Set<TrialCaseRow>();

    public DbSet<DriftRow> Drifts => Set<DriftRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ModelRow>(model =>
        {
            model.ToTable("model");
            model.HasKey(m => new { m.Target, m.Version });
            model.HasOne<SetRow>().WithMany().HasForeignKey(m => m.RunId);
            model.Property(m => m.Metrics).HasColumnType("jsonb");
        });
        modelBuilder.Entity<TrialCaseRow>(counted =>
        {
            counted.ToTable("trial_case");
            counted.HasKey(c => new { c.ShadowRunId, c.ActiveRunId, c.Number });
            counted.HasIndex(c => new { c.ShadowRunId, c.ActiveRunId, c.Workflow }).IsUnique();
        });
        modelBuilder.Entity<DriftRow>().ToTable("drift").HasKey(d => new { d.Kind, d.FoundAt });
        modelBuilder.Entity<SetRow>(set =>
        {
            set.ToTable("model_set");
            set.HasKey(s => s.RunId);
            set.HasOne<RunRow>().WithMany().HasForeignKey(s => s.RunId);
            set.HasOne<SetRow>().WithMany().HasForeignKey(s => s.PreviousRunId);
        });
        modelBuilder.Entity<MoveRow>(move =>
        {
            move.ToTable("model_move");
            move.HasKey(m => m.Number);
            move.HasOne<SetRow>().WithMany().HasForeignKey(m => m.RunId);
        });
        modelBuilder.Entity<MoveRequestRow>().ToTable("move_request").HasKey(r => r.RequestId);
        modelBuilder.Entity<RunRow>(run =>
        {
            run.ToTable("training");
            run.HasKey(r => r.RunId);
            run.Property(r => r.Report).HasColumnType("jsonb");
        });
    }
}
