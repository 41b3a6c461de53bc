using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Console.Tests.Cases.Advice;
using WorkflowRecovery.Console.Tests.Cases.Matrix;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.Tests.Cases.Reading;

public sealed class CaseReaderTests(CaseDatabase database) : IClassFixture<CaseDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly NewCase _case = new();
    private readonly CaseReader _reader = new(database.Databases);

    [Fact]
    public async Task A_workflow_that_was_never_reported_is_not_there() => Assert.Null(await _reader.FindAsync("nobody's", Cancellation));

    [Fact]
    public async Task A_workflow_has_the_newest_round_of_each_task_and_the_rounds_before()
    {
        await database.Rows.ReportAsync(_case.Reported(), Cells.Usual);
        await database.Rows.ReportAsync(_case.Reported(hours: 48), Cells.Usual);
        await database.Rows.ReportAsync(_case.Reported("Merge"), Cells.Usual);

        var workflow = (await _reader.FindAsync(_case.Workflow, Cancellation))!;

        Assert.Equal([("Merge", Said.ReportedAt), ("Production", Said.ReportedAt.AddHours(48))], workflow.Tasks.Select(task => (task.ShortTask, task.ReportedAt)));
        Assert.Equal(3, workflow.Rounds.Count);
    }

    [Fact]
    public async Task Siblings_of_one_family_are_among_its_rounds_with_what_was_said_of_them()
    {
        var (acdc, family) = (new NewCase(), Guid.NewGuid().ToString());
        await database.Rows.ReportAsync(_case.Reported(), Cells.Usual, family: family);
        await database.Rows.ReportAsync(acdc.Reported(hours: 1), Cells.Usual, family: family);
        await database.Rows.SayAsync(acdc.Memory(hours: 1));

        var rounds = (await _reader.FindAsync(_case.Workflow, Cancellation))!.Rounds;

        Assert.Equal([(_case.Workflow, null), (acdc.Workflow, "acdc")], rounds.Select(round => (round.Workflow, round.Action)));
    }

    [Fact]
    public async Task A_case_has_its_matrix_its_report_and_all_that_was_published()
    {
        await database.Rows.ReportAsync(_case.Reported(), Cells.Usual);
        await database.Rows.SayAsync(_case.Memory());
        await database.Rows.SayAsync(_case.Memory(revision: 2) with { Disposition = "withdrawn" }, traceParent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        var shown = await ShownAsync();

        Assert.Equal(Cells.Usual, shown.Matrix);
        Assert.Equal(2000, shown.Reported.MemoryMb);
        Assert.Equal([(2, "withdrawn"), (1, "review")], shown.Revisions.Select(said => (said.Revision, said.Disposition)));
        Assert.Equal("withdrawn", shown.Round.Disposition);
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", shown.TraceId);
    }

    [Fact]
    public async Task What_is_thought_of_a_blinded_case_is_not_read_before_it_is_answered()
    {
        var eventId = await database.Rows.ReportAsync(_case.Reported(), Cells.Usual);
        await database.Rows.SayAsync(_case.Blinded(), hidden: _case.Memory());

        var before = await ShownAsync();
        await database.Rows.AnswerAsync(eventId, Said.ReportedAt.AddHours(1));
        var after = await ShownAsync();

        Assert.True(before.IsBlinded);
        Assert.Null(before.Unblinded);
        Assert.Null(before.Round.Action);
        Assert.False(after.IsBlinded);
        Assert.Equal(4000, after.Said!.MemoryMb);
    }

    [Fact]
    public async Task An_answer_belongs_to_the_round_that_it_was_given_for()
    {
        await database.Rows.ReportAsync(_case.Reported(), Cells.Usual);
        await database.Rows.SayAsync(_case.Memory());
        Assert.Null((await ShownAsync()).Answer);

        await database.Rows.OrderAsync(new OperatorActionRecorded { Workflow = _case.Workflow, RecordedAt = Said.ReportedAt.AddHours(1), Action = "acdc", Operator = "ada" });
        Assert.Equal(new("ada", Said.ReportedAt.AddHours(1)), (await ShownAsync()).Answer);

        await database.Rows.ReportAsync(_case.Reported(hours: 2), Cells.Usual);
        Assert.Null((await ShownAsync()).Answer);
    }

    [Fact]
    public async Task An_order_that_has_expired_answers_nothing_that_was_judged_after_it()
    {
        var eventId = await database.Rows.ReportAsync(_case.Reported(), Cells.Usual);
        await database.Rows.SayAsync(_case.Memory());
        var ordered = Said.ReportedAt.AddHours(1);
        await database.Rows.GiveAsync(eventId, _case.Workflow, _case.TaskOf(), ordered);
        await database.Rows.OrderAsync(new OperatorActionRecorded { Workflow = _case.Workflow, Task = _case.TaskOf(), RecordedAt = ordered, Action = "acdc", Operator = "ada" });
        await database.Rows.SayAsync(_case.Memory(revision: 2) with { Disposition = "approved", RecommendedAt = ordered.AddMinutes(1) });
        Assert.Equal(new("ada", ordered), (await ShownAsync()).Answer);

        await database.Rows.SayAsync(_case.Memory(revision: 3) with { RecommendedAt = ordered.AddDays(1) });
        Assert.Null((await ShownAsync()).Answer);

        await database.Rows.OrderAsync(new OperatorActionRecorded { Workflow = _case.Workflow, Task = _case.TaskOf(), RecordedAt = ordered.AddDays(2), Action = "acdc", Operator = "grace" });
        Assert.Equal(new("grace", ordered.AddDays(2)), (await ShownAsync()).Answer);
    }

    [Fact]
    public async Task What_a_rule_did_is_no_operators_answer()
    {
        await database.Rows.ReportAsync(_case.Reported(), Cells.Usual);
        await database.Rows.SayAsync(_case.Memory());
        await database.Rows.OrderAsync(new OperatorActionRecorded { Workflow = _case.Workflow, RecordedAt = Said.ReportedAt.AddHours(1), Action = "acdc", Reasons = ["AIEH: memory"] });

        Assert.Null((await ShownAsync()).Answer);
    }

    [Fact]
    public async Task Orders_and_what_became_of_them_belong_to_the_workflow()
    {
        var eventId = await database.Rows.ReportAsync(_case.Reported(), Cells.Usual);
        await database.Rows.OrderAsync(new OperatorActionRecorded { Workflow = _case.Workflow, Task = _case.TaskOf(), RecordedAt = Said.ReportedAt.AddHours(1), Action = "acdc", MemoryMb = 5000, Operator = "ada", Reasons = ["memory"] });
        await database.Rows.TakeAsync(eventId, _case.Workflow, "done", Said.ReportedAt.AddHours(2));
        await database.Rows.LeaveAsync(_case.Workflow, Said.ReportedAt.AddHours(3));

        var workflow = (await _reader.FindAsync(_case.Workflow, Cancellation))!;

        var order = Assert.Single(workflow.Orders);
        Assert.Equal(("ACDC, memory 5000 MB", "ada"), (order.Ordered, order.Operator));
        Assert.Equal("done", Assert.Single(workflow.Taken).Result);
        Assert.True(workflow.HasLeft);
    }

    private async Task<TaskCase> ShownAsync() =>
        (await _reader.FindAsync((await _reader.FindAsync(_case.Workflow, Cancellation))!.Tasks[0], Cancellation))!;
}
