using System.Security.Claims;
using System.Text;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.Operations;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Operations;

public sealed class LetterDeskTests(TestServers servers) : IAsyncLifetime
{
    private const string Errors = "wr.scorer.matrices_error";

    private Desks _desks = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _desks = await Desks.OpenAsync(servers);

    public ValueTask DisposeAsync() => _desks.DisposeAsync();

    [Fact]
    public async Task Queues_and_dead_letters_are_seen_with_the_consoles_own_rights()
    {
        await _desks.PutAsync(Names.RejectedQueue, "one"u8.ToArray(), (Names.RejectReason, "bad <b>"), (Names.RejectRoutingKey, "site.status"));
        await _desks.PutAsync(Errors, [0xff, 0x00], ("MT-Fault-Message", "why"));

        var states = await _desks.Queues.ReadAsync(Cancellation);
        var letters = await _desks.Letters.ListAsync(states, Cancellation);

        Assert.Equal((0U, 1U), states.Where(state => state.Name == "wr.scorer.matrices").Select(state => (state.Messages!.Value, state.Dead)).Single());
        Assert.Null(states.Single(state => state.Name == "wr.scorer.replays").Messages);
        Assert.Equal([(Names.RejectedQueue, "bad <b>"), (Errors, "why")], letters.Select(letter => (letter.Queue, letter.Reason)));
        var text = LetterText.Of((await _desks.Letters.FindAsync(Errors, letters[1].Id, Cancellation))!);
        Assert.Equal("(not UTF-8) ff00", text.Body);
    }

    [Theory]
    [InlineData(Names.RejectedQueue, "wr.ingestor.intake")]
    [InlineData(Errors, "wr.scorer.matrices")]
    public async Task An_expert_sends_a_letter_again_and_it_is_audited(string queue, string goal)
    {
        await _desks.PutAsync(queue, "one"u8.ToArray(), (Names.RejectRoutingKey, "site.status"));
        var id = Assert.Single(await _desks.Letters.ListAsync(await _desks.Queues.ReadAsync(Cancellation), Cancellation)).Id;

        var answer = await _desks.Letters.SendAgainAsync(queue, id, Of(Role.Expert), Cancellation);

        Assert.Equal((true, "Sent again."), answer);
        Assert.Equal("one", Encoding.UTF8.GetString((await _desks.Channel.BasicGetAsync(goal, autoAck: true, Cancellation))!.Body.Span));
        Assert.Null(await _desks.Channel.BasicGetAsync(queue, autoAck: true, Cancellation));
        var entry = Assert.Single(await _desks.AuditAsync());
        Assert.Equal(("anna", LetterVerbs.SentAgain), (entry.Who, entry.What));
        Assert.Contains(id, entry.Details);
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Operator)]
    public async Task Nobody_else_sends_one(Role role)
    {
        await _desks.PutAsync(Errors, "one"u8.ToArray());
        var id = Assert.Single(await _desks.Letters.ListAsync(await _desks.Queues.ReadAsync(Cancellation), Cancellation)).Id;

        Assert.False((await _desks.Letters.SendAgainAsync(Errors, id, Of(role), Cancellation)).Done);

        Assert.NotNull(await _desks.Letters.FindAsync(Errors, id, Cancellation));
        Assert.Equal(AuditVerbs.Denied, Assert.Single(await _desks.AuditAsync()).What);
    }

    [Fact]
    public async Task A_queue_that_keeps_no_dead_letters_is_not_looked_into()
    {
        await _desks.PutAsync("wr.scorer.matrices", "one"u8.ToArray());

        Assert.Null(await _desks.Letters.FindAsync("wr.scorer.matrices", "whatever", Cancellation));
        Assert.Equal((false, "It is not there any more."), await _desks.Letters.SendAgainAsync("wr.scorer.matrices", "whatever", Of(Role.Admin), Cancellation));
    }

    [Fact]
    public async Task A_letter_that_no_queue_takes_stays_and_both_are_written_down()
    {
        await _desks.Channel.QueueUnbindAsync("wr.ingestor.intake", Names.IntakeExchange, "#", cancellationToken: Cancellation);
        await _desks.PutAsync(Names.RejectedQueue, "one"u8.ToArray(), (Names.RejectRoutingKey, "site.status"));
        var id = Assert.Single(await _desks.Letters.ListAsync(await _desks.Queues.ReadAsync(Cancellation), Cancellation)).Id;

        Assert.False((await _desks.Letters.SendAgainAsync(Names.RejectedQueue, id, Of(Role.Expert), Cancellation)).Done);

        Assert.NotNull(await _desks.Letters.FindAsync(Names.RejectedQueue, id, Cancellation));
        Assert.Equal([LetterVerbs.SentAgain, LetterVerbs.NotSent], (await _desks.AuditAsync()).Select(entry => entry.What));
    }

    private static ClaimsPrincipal Of(Role role) => Person.Of("anna", role, "test");
}
