using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.TodaysTools;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.Console.Storage;

internal sealed class ConsoleDatabase(DbContextOptions<ConsoleDatabase> options) : ServiceDatabase(options, "console")
{
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<SignInRow> SignIns => Set<SignInRow>();

    public DbSet<ProtectionKeyRow> ProtectionKeys => Set<ProtectionKeyRow>();

    public DbSet<ServedDocumentRow> ServedDocuments => Set<ServedDocumentRow>();

    public DbSet<ServedOrderRow> ServedOrders => Set<ServedOrderRow>();

    public DbSet<OrderRow> Orders => Set<OrderRow>();

    public DbSet<ReasonRow> Reasons => Set<ReasonRow>();

    public DbSet<NoteRow> Notes => Set<NoteRow>();

    public DbSet<NoteClosingRow> NoteClosings => Set<NoteClosingRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<AuditRow>(audit =>
        {
            audit.ToTable("audit").HasKey(a => a.Number);
            audit.Property(a => a.Shown).HasColumnType("jsonb");
            audit.Property(a => a.Details).HasColumnType("jsonb");
        });
        modelBuilder.Entity<OrderRow>(order =>
        {
            order.ToTable("order").HasKey(o => o.OrderId);
            order.Property(o => o.Ordered).HasColumnType("jsonb");
            order.HasOne<OrderRow>().WithMany().HasForeignKey(o => o.ApprovalId);
        });
        modelBuilder.Entity<ReasonRow>().ToTable("reason").HasKey(r => r.ReasonId);
        modelBuilder.Entity<NoteRow>().ToTable("note").HasKey(n => n.NoteId);
        modelBuilder.Entity<NoteClosingRow>(closing =>
        {
            closing.ToTable("note_closing").HasKey(c => c.NoteId);
            closing.HasOne<NoteRow>().WithOne().HasForeignKey<NoteClosingRow>(c => c.NoteId);
        });
        modelBuilder.Entity<SignInRow>().ToTable("sign_in").HasKey(s => s.Session);
        modelBuilder.Entity<ProtectionKeyRow>().ToTable("data_protection_key").HasKey(k => k.Name);
        modelBuilder.Entity<ServedDocumentRow>().ToTable("served_document").HasKey(d => d.DocumentId);
        modelBuilder.Entity<ServedOrderRow>().ToTable("served_order").HasKey(o => new { o.EventId, o.Revision });
    }
}
