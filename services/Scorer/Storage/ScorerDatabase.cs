using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.Scorer.Storage;

internal sealed class ScorerDatabase(DbContextOptions<ScorerDatabase> options) : ServiceDatabase(options, "scorer")
{
    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<RecommendationRow> Recommendations => Set<RecommendationRow>();

    public DbSet<DepartureRow> Departures => Set<DepartureRow>();

    public DbSet<AnswerRow> Answers => Set<AnswerRow>();

    public DbSet<OutcomeRow> Outcomes => Set<OutcomeRow>();

    public DbSet<ApprovalRow> Approvals => Set<ApprovalRow>();

    public DbSet<ApprovalUndoRow> ApprovalUndos => Set<ApprovalUndoRow>();

    public DbSet<WaitingMatrixRow> WaitingMatrices => Set<WaitingMatrixRow>();

    public DbSet<ReplayRow> Replays => Set<ReplayRow>();

    public DbSet<ShadowRow> Shadows => Set<ShadowRow>();

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
        modelBuilder.Entity<AnswerRow>(answer =>
        {
            answer.ToTable("answer");
            answer.HasKey(a => a.EventId);
            answer.HasOne<RecommendationRow>().WithMany().HasForeignKey(a => new { a.EventId, a.Revision });
        });
        modelBuilder.Entity<OutcomeRow>().ToTable("outcome").HasKey(o => o.Key);
        modelBuilder.Entity<ApprovalRow>().ToTable("approval").HasKey(a => a.OrderId);
        modelBuilder.Entity<ApprovalUndoRow>().ToTable("approval_undo").HasKey(u => u.OrderId);
        modelBuilder.Entity<WaitingMatrixRow>(waiting =>
        {
            waiting.ToTable("waiting_matrix");
            waiting.HasKey(w => w.EventId);
            waiting.HasOne<CaseRow>().WithOne().HasForeignKey<WaitingMatrixRow>(w => w.EventId);
        });
        modelBuilder.Entity<DepartureRow>().ToTable("departure").HasKey(d => new { d.Workflow, d.LeftAt });
        modelBuilder.Entity<ShadowRow>(shadow =>
        {
            shadow.ToTable("shadow_judgement");
            shadow.HasKey(s => new { s.EventId, s.RunId, s.MatrixRevision });
            shadow.HasOne<RecommendationRow>().WithMany().HasForeignKey(s => new { s.EventId, s.Revision });
            shadow.Property(s => s.Plans).HasColumnType("jsonb");
        });
        modelBuilder.Entity<ReplayRow>(replay =>
        {
            replay.ToTable("replay");
            replay.HasKey(r => new { r.ReplayId, r.Task });
            replay.Property(r => r.Plans).HasColumnType("jsonb");
        });
    }
}
