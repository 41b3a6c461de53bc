extern alias console;

using console::WorkflowRecovery.Console.Queue;
using WorkflowRecovery.Wr.Queue;
using QueueState = WorkflowRecovery.Wr.Queue.QueueState;

namespace WorkflowRecovery.Wr.Tests.Queue;

/// <summary>The table of states that the command line has and the one of the console.</summary>
public sealed class ConsoleStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public void The_states_have_the_consoles_words_in_its_order() => Assert.Equal(QueueStates.All.Select(QueueStates.Word), QueueState.All);

    [Fact]
    public void Whatever_is_known_of_a_task_both_say_that_it_waits_for_the_same()
    {
        var all = from disposition in (string[])["review", "automatic", "approved", "withdrawn"]
                  from isTaken in (bool[])[false, true]
                  from order in (string?[])[null, "pending", "sent", "approved"]
                  from answered in (DateTimeOffset?[])[null, Now.AddHours(-1)]
                  from expires in (DateTimeOffset[])[Now.AddHours(1), Now, Now.AddHours(-1)]
                  from note in ((DateTimeOffset? Until, string? To)?[])[null, (Now.AddHours(1), null), (Now, null), (null, "site")]
                  select (disposition, isTaken, order, answered, expires, note);

        Assert.All(all, one => Assert.Equal(Shown(one), Told(one)));
    }

    private static string Shown((string Disposition, bool IsTaken, string? Order, DateTimeOffset? Answered, DateTimeOffset Expires, (DateTimeOffset? Until, string? To)? Note) known) =>
        QueueStates.Of(
            new()
            {
                EventId = Guid.Empty, Workflow = "w", Task = "/w/a", ReportedAt = Now, Revision = 1, MatrixRevision = 1, Disposition = known.Disposition, ExpiresAt = known.Expires,
                AnsweredAt = known.Answered, IsTaken = known.IsTaken, Order = known.Order is { } state ? new(state, "acdc", "ada") : null,
                Note = known.Note is { } note ? new(Guid.Empty, note.Until, "ada", note.To) : null,
            },
            Now).Word();

    private static string Told((string Disposition, bool IsTaken, string? Order, DateTimeOffset? Answered, DateTimeOffset Expires, (DateTimeOffset? Until, string? To)? Note) known) =>
        QueueState.Of(
            new QueuedTask(Guid.Empty, "w", "/w/a", Now, 1, known.Disposition, known.Expires, Said: null)
            {
                AnsweredAt = known.Answered, IsTaken = known.IsTaken, OrderState = known.Order, WaitUntil = known.Note?.Until, IsEscalated = known.Note?.To is not null,
            },
            Now);
}
