using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Console.Cases.Similar;
using WorkflowRecovery.Console.Tests.Cases.Advice;
using WorkflowRecovery.Console.Tests.Cases.Matrix;
using WorkflowRecovery.Console.Tests.Cases.Reading;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Console.Tests.Cases.Similar;

public sealed class SimilarReaderTests(CaseDatabase database) : IClassFixture<CaseDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
    private static readonly SiteErrorMatrix Failed = Cells.Of((8028, "T2_US_MIT", Readiness.Red, 50), (85, "T2_US_MIT", Readiness.Red, 5));

    private readonly SimilarReader _reader = new(database.Databases);

    [Fact]
    public async Task The_nearest_tasks_with_the_same_dominant_code_come_first_with_their_orders_and_their_ends()
    {
        var (near, far, other, unanswered) = (new NewCase(), new NewCase(), new NewCase(), new NewCase());
        await PastAsync(near, Failed, "acdc", memoryMb: 4000);
        await PastAsync(far, Cells.Of((8028, "T2_US_MIT", Readiness.Red, 5), (139, "T1_US_FNAL", Readiness.Green, 90)), "clone");
        await PastAsync(other, Cells.Of((85, "T2_US_MIT", Readiness.Red, 5)), "clone");
        await database.Rows.ReportAsync(unanswered.Reported(hours: -100), Failed);
        await database.Rows.EndAsync(near.Workflow, near.TaskOf(), Said.ReportedAt.AddHours(-90), succeeded: true, recovered: 55);

        var found = await _reader.OfAsync(await AskedAsync(), "asked", Cancellation);

        Assert.Equal([near.Workflow, far.Workflow], found.Cases.Select(past => past.Task.Workflow));
        Assert.Equal(["ACDC, memory 4000 MB", "clone"], found.Cases.Select(past => past.Task.Ordered));
        Assert.Equal(["worked, 55 jobs recovered", "not recorded"], found.Cases.Select(past => past.Ended));
    }

    [Fact]
    public async Task Orders_of_rules_and_tasks_reported_later_are_not_the_past()
    {
        var matrix = Cells.Of((11003, "T2_US_MIT", Readiness.Red, 50));
        var (rules, later) = (new NewCase(), new NewCase());
        await database.Rows.ReportAsync(rules.Reported(hours: -100), matrix);
        await database.Rows.OrderAsync(new OperatorActionRecorded { Workflow = rules.Workflow, RecordedAt = Said.ReportedAt.AddHours(-99), Action = "acdc", Reasons = ["AIEH: by a rule"] });
        await database.Rows.ReportAsync(later.Reported(hours: 10), matrix);
        await database.Rows.OrderAsync(new OperatorActionRecorded { Workflow = later.Workflow, RecordedAt = Said.ReportedAt.AddHours(11), Action = "acdc" });

        Assert.Empty((await _reader.OfAsync(await AskedAsync(matrix), "asked", Cancellation)).Cases);
    }

    [Fact]
    public async Task Lost_work_alone_is_compared_with_nothing() => Assert.Equal(
        "Nothing failed with a code, so there is nothing to compare with.",
        (await _reader.OfAsync(await AskedAsync(Cells.Of((-1, "T1_A", Readiness.None, 1))), "asked", Cancellation)).Summary);

    private async Task<TaskCase> AskedAsync(SiteErrorMatrix? matrix = null)
    {
        var asked = new NewCase();
        await database.Rows.ReportAsync(asked.Reported(), matrix ?? Failed);
        var cases = new CaseReader(database.Databases);
        return (await cases.FindAsync((await cases.FindAsync(asked.Workflow, Cancellation))!.Tasks[0], Cancellation))!;
    }

    private async Task PastAsync(NewCase past, SiteErrorMatrix matrix, string action, int? memoryMb = null)
    {
        await database.Rows.ReportAsync(past.Reported(hours: -100), matrix);
        await database.Rows.OrderAsync(new OperatorActionRecorded { Workflow = past.Workflow, RecordedAt = Said.ReportedAt.AddHours(-99), Action = action, MemoryMb = memoryMb });
    }
}
