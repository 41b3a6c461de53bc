using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.Scorer.Tests.Models;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>What waits behind an order that nobody takes up.</summary>
public sealed class ExpiredOrderTests(RunningStores stores) : IClassFixture<RunningStores>
{
    private static readonly TimeSpan After = TimeSpan.FromMinutes(5);

    private readonly Rounds _rounds = new();
    private readonly FakeTimeProvider _clock = new(Rounds.First.AddMinutes(10));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CaseStore Cases => stores.CasesAt(_clock, TrainedModels.Set);

    private ExpiredOrders Lookout => new(stores.Databases, Cases, _clock, NullLogger<ExpiredOrders>.Instance);

    [Fact]
    public async Task A_matrix_that_came_while_an_order_stood_is_judged_once_when_the_order_has_expired()
    {
        var matrix = await OrderedAsync();
        await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);
        await LookAtAsync(20);
        Assert.Equal(["review", "approved"], await SaidOfAsync(matrix));

        _clock.SetUtcNow(Rounds.First.AddHours(25));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Lookout.LookAsync(Cancellation)));

        var received = await stores.ReceivedOfAsync(matrix.EventId);
        Assert.Equal(["review", "approved", "review"], received.Select(one => one.Said.Disposition));
        Assert.Equal(2, (await stores.CaseOfAsync(matrix.EventId)).MatrixRevision);
        Assert.Equal(0L, await stores.AskAsConsoleAsync(StillApproved, matrix.EventId));
    }

    [Fact]
    public async Task What_waits_behind_an_order_that_was_taken_up_goes_on_waiting()
    {
        var matrix = await OrderedAsync();
        await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);
        await stores.TakeUpAsync(Cases, matrix, 2, "claimed", Rounds.First.AddMinutes(30));

        await LookAtAsync(25);

        Assert.Equal(["review", "approved"], await SaidOfAsync(matrix));
    }

    [Theory]
    [InlineData(false, false, 1)]
    [InlineData(true, false, 3)]
    [InlineData(false, true, 3)]
    public async Task A_late_status_alone_is_only_stored_and_with_newer_counts_in_whatever_order_the_newest_matrix_is_judged(
        bool before, bool after, int judged)
    {
        var matrix = await OrderedAsync();
        if (before)
            await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(3, "late site status", code: 50660), Cancellation);
        if (after)
            await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);
        await LookAtAsync(25);

        Assert.Equal(judged == 1 ? ["review", "approved"] : ["review", "approved", "review"], await SaidOfAsync(matrix));
        Assert.Equal(judged, (await stores.CaseOfAsync(matrix.EventId)).MatrixRevision);
    }

    [Fact]
    public async Task An_executors_word_that_comes_minutes_after_the_expiry_still_finds_the_order_as_it_was()
    {
        var matrix = await OrderedAsync();
        await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);
        _clock.SetUtcNow((await stores.CaseOfAsync(matrix.EventId)).ExpiresAt.AddMinutes(5));
        await Lookout.LookAsync(Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(3, code: 50660), Cancellation);
        await stores.TakeUpAsync(Cases, matrix, 2, "claimed", Rounds.First.AddHours(24));

        await LookAtAsync(30);

        Assert.Equal(["review", "approved"], await SaidOfAsync(matrix));
    }

    [Fact]
    public async Task What_an_executor_takes_up_while_the_models_are_asked_waits_again_and_is_judged_when_it_gives_up()
    {
        var matrix = await OrderedAsync();
        await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);
        _clock.SetUtcNow(Rounds.First.AddHours(25));
        var meanwhile = new Meanwhile(_clock, look: 2, () => stores.TakeUpAsync(matrix, 2, "claimed", Rounds.First.AddHours(24)));
        await stores.CasesAt(meanwhile, TrainedModels.Set).ResumeAsync(_rounds.Workflow, Cancellation);
        Assert.Equal(["review", "approved"], await SaidOfAsync(matrix));

        await stores.TakeUpAsync(Cases, matrix, 2, "failed", Rounds.First.AddHours(24.5));
        await Lookout.LookAsync(Cancellation);

        Assert.Equal(["review", "approved", "review"], await SaidOfAsync(matrix));
    }

    [Fact]
    public async Task A_workflow_that_cannot_be_judged_keeps_no_other_waiting()
    {
        var (one, other) = (new Rounds(), new Rounds());
        var (broken, whole) = string.CompareOrdinal(one.Workflow, other.Workflow) < 0 ? (one, other) : (other, one);
        foreach (var rounds in (Rounds[])[broken, whole])
        {
            await OrderedAsync(rounds);
            await Cases.JudgeAsync(rounds.Matrix(2, code: 50660), Cancellation);
        }

        await stores.RunAsOwnerAsync("update scorer.waiting_matrix set body = '' where event_id = $1", broken.Matrix().EventId);
        await LookAtAsync(25);

        Assert.Equal(["review", "approved", "review"], await SaidOfAsync(whole.Matrix()));
        Assert.Equal(["review", "approved"], await SaidOfAsync(broken.Matrix()));
    }

    [Fact]
    public async Task What_waits_behind_an_order_that_gives_way_to_an_earlier_one_is_judged_unless_that_is_in_an_executors_hands()
    {
        var (acted, sibling) = (_rounds.Matrix(), _rounds.Matrix(task: "Merge"));
        foreach (var matrix in (MatrixStored[])[acted, sibling])
        {
            await stores.ReportAsync(matrix.Event);
            await Cases.JudgeAsync(matrix, Cancellation);
        }

        var earlier = Approval.Of(acted, After);
        await Cases.ApproveAsync(earlier.Approved, Cancellation);
        await Cases.UndoAsync(earlier.Undone, Cancellation);
        var clone = Approval.OfWorkflow(2 * After, acted, sibling);
        await Cases.ApproveAsync(clone.Approved with { Cases = [clone.Cases[0] with { SeenRevision = 3 }, clone.Cases[1]] }, Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660, task: "Merge"), Cancellation);
        await stores.TakeUpAsync(Cases, acted, 2, "done", Rounds.First.AddMinutes(30));
        Assert.Equal(["review", "approved", "withdrawn"], await SaidOfAsync(sibling));

        await Lookout.LookAsync(Cancellation);

        Assert.Equal(["review", "approved", "withdrawn", "review"], await SaidOfAsync(sibling));
        Assert.Equal(["review", "approved", "withdrawn", "approved", "withdrawn"], await SaidOfAsync(acted));
    }

    private const string StillApproved = "select count(*) from scorer.approved_order where event_id = $1 and state = 'approved'";

    private async Task<IEnumerable<string>> SaidOfAsync(MatrixStored matrix) => (await stores.ReceivedOfAsync(matrix.EventId)).OrderBy(one => one.Said.Revision).Select(one => one.Said.Disposition);

    private async Task LookAtAsync(double hours)
    {
        _clock.SetUtcNow(Rounds.First.AddHours(hours));
        await Lookout.LookAsync(Cancellation);
    }

    private async Task<MatrixStored> OrderedAsync(Rounds? rounds = null)
    {
        var matrix = (rounds ?? _rounds).Matrix();
        await stores.ReportAsync(matrix.Event);
        await Cases.JudgeAsync(matrix, Cancellation);
        await Cases.ApproveAsync(Approval.Of(matrix, After).Approved, Cancellation);
        return matrix;
    }
}
