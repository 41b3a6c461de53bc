using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.Scorer.Storage;

internal sealed class ScorerDatabase(DbContextOptions<ScorerDatabase> options) : ServiceDatabase(options, "scorer")
{
    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<RecommendationRow> Recommendations => Set<RecommendationRow>();

    public DbSet<DepartureRow> Departures => Set<DepartureRow>();

    public DbSet<ReplayRow> Replays => Set<ReplayRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<CaseRow>().ToTable("recovery_case").HasKey(c => c.EventId);
        modelBuilder.Entity<RecommendationRow>(recommendation =>
        {
            recommendation.ToTable("recommendation");
            recommendation.HasKey(r => new { r.EventId, r.Revision });
            recommendation.HasOne<CaseRow>().WithMany().HasForeignKey(r => r.EventId);
            recommendation.Property(r => r.Plans).HasColumnType("jsonb");
            recommendation.Property(r => r.ContentPlans).HasColumnType("jsonb");
        });
        modelBuilder.Entity<DepartureRow>().ToTable("departure").HasKey(d => new { d.Workflow, d.LeftAt });
        modelBuilder.Entity<ReplayRow>(replay =>
        {
            replay.ToTable("replay");
            replay.HasKey(r => new { r.ReplayId, r.Task });
            replay.Property(r => r.Plans).HasColumnType("jsonb");
        });
    }
}
