using WorkflowRecovery.Wr.Queue;
using WorkflowRecovery.Wr.Tests.History;

namespace WorkflowRecovery.Wr.Tests.Queue;

public sealed class QueuedWorkflowTests
{
    private static readonly DateTimeOffset Now = Tasks.Noon.AddHours(3);

    private static readonly QueuedTask Undecided = new(Guid.NewGuid(), "w", "/w/a", Tasks.Noon, 1, "review", Now.AddHours(1), Said: null)
    {
        FailedJobs = 5,
        TotalJobs = 10,
        Errors = [Tasks.Row("T2_CH_CERN", null, code: 8021, count: 5)],
    };

    public static TheoryData<string, string> States => new()
    {
        { "plain", "to-decide" }, { "taken", "taken" }, { "pending", "pending" }, { "sent", "ordered" }, { "answered", "ordered" },
        { "waits", "waiting" }, { "passed on", "escalated" }, { "automatic", "automatic" }, { "too late", "expired" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void A_task_waits_for_what_the_console_says(string which, string state) => Assert.Equal(state, QueueState.Of(which switch
    {
        "taken" => Undecided with { IsTaken = true },
        "pending" => Undecided with { OrderState = "pending" },
        "sent" => Undecided with { OrderState = "sent" },
        "answered" => Undecided with { AnsweredAt = Now },
        "waits" => Undecided with { WaitUntil = Now.AddDays(1) },
        "passed on" => Undecided with { IsEscalated = true },
        "automatic" => Undecided with { Disposition = "automatic" },
        "too late" => Undecided with { Disposition = "approved", ExpiresAt = Now },
        _ => Undecided,
    }, Now));

    [Fact]
    public void A_workflow_is_a_row_with_the_state_of_the_task_that_is_furthest_from_being_done()
    {
        var rows = QueuedWorkflow.Of([Undecided with { Task = "/w/b", IsTaken = true }, Undecided, Undecided with { Workflow = "later", Task = "/later/a", ReportedAt = Now }], Now);

        Assert.Equal(["later", "w"], rows.Select(row => row.Workflow));
        Assert.Equal(("to-decide", 10L, 20L, "8021 x10"), (rows[1].State, rows[1].FailedJobs, rows[1].TotalJobs, rows[1].Errors));
        Assert.Equal("2 workflows in assistance: 2 to-decide.", QueueText.Counts(rows, 2));
    }

    [Fact]
    public void The_row_has_the_columns_of_the_console()
    {
        var lines = QueueText.Listing(QueuedWorkflow.Of([Undecided], Now), Now).Lines(width: null).ToList();

        Assert.Matches("^workflow +tasks +age +priority +attempt +failed / total +errors +state +recommendation$", lines[0]);
        Assert.Matches("^w +1 +3 h +- +- +5 / 10 +8021 x5 +to-decide +cannot be read$", lines[2]);
    }
}
