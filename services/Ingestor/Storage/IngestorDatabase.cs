using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.Ingestor.Storage;

internal sealed class IngestorDatabase(DbContextOptions<IngestorDatabase> options) : ServiceDatabase(options, "ingestor")
{
    public DbSet<AssistanceEvent> AssistanceEvents => Set<AssistanceEvent>();

    public DbSet<AcceptedMessage> AcceptedMessages => Set<AcceptedMessage>();

    public DbSet<OperatorAction> OperatorActions => Set<OperatorAction>();

    public DbSet<UndoneAction> UndoneActions => Set<UndoneAction>();

    public DbSet<WithdrawnAction> WithdrawnActions => Set<WithdrawnAction>();

    public DbSet<ExecutorReport> ExecutorReports => Set<ExecutorReport>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<AssistanceEvent>().ToTable("assistance_event").HasKey(e => e.EventId);
        modelBuilder.Entity<AcceptedMessage>().ToTable("accepted_message").HasKey(m => m.Key);
        modelBuilder.Entity<OperatorAction>().ToTable("operator_action").HasKey(a => a.Key);
        modelBuilder.Entity<UndoneAction>().ToTable("undone_action").HasKey(a => a.Key);
        modelBuilder.Entity<WithdrawnAction>(withdrawn =>
        {
            withdrawn.ToTable("withdrawn_action").HasKey(w => new { w.RecommendationId, w.Revision });
            withdrawn.HasOne<UndoneAction>().WithMany().HasForeignKey(w => w.Key);
        });
        modelBuilder.Entity<ExecutorReport>().ToTable("executor_report").HasKey(r => r.Key);
    }
}
