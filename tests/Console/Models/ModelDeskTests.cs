using System.Security.Claims;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.Models;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.ServiceDefaults.Wire;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Models;

public sealed class ModelDeskTests(TestServers servers) : IAsyncLifetime
{
    private Desks _desks = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _desks = await Desks.OpenAsync(servers);

    public ValueTask DisposeAsync() => _desks.DisposeAsync();

    [Fact]
    public async Task An_experts_request_reaches_the_retrainer_and_is_audited()
    {
        var run = Guid.NewGuid();

        var answer = await _desks.Models.AskAsync(ModelMoves.Promote, run, " it is better ", Of(Role.Expert), Cancellation);

        var message = await _desks.Channel.BasicGetAsync("wr.retrainer.move-requests", autoAck: true, Cancellation);
        Assert.Equal(new ModelMoveRequested(answer.RequestId!.Value, ModelMoves.Promote, run, "anna", "it is better"), WireJson.Read<ModelMoveRequested>(message!.Body.ToArray()));
        var entry = Assert.Single(await _desks.AuditAsync());
        Assert.Equal(("anna", "expert", ModelVerbs.MoveRequested), (entry.Who, entry.Role, entry.What));
        Assert.Contains(run.ToString(), entry.Details);
        Assert.Contains("it is better", entry.Details);
    }

    [Fact]
    public async Task What_the_page_showed_of_the_sets_and_of_the_switch_is_written_beside_what_was_asked()
    {
        var now = DateTimeOffset.UtcNow;
        var active = await _desks.Database.Past.SetAsync("active", now.AddDays(-2), Metrics.WithCurves);
        var shadow = await _desks.Database.Past.SetAsync("shadow", now.AddDays(-1), Metrics.WithCurves);

        Assert.True((await _desks.Models.AskAsync(ModelMoves.Promote, shadow, "it is better", Of(Role.Expert), Cancellation)).Done);
        Assert.True((await _desks.Models.SwitchAsync(true, "agreed", Of(Role.Admin), Cancellation)).Done);
        Assert.True((await _desks.Models.SwitchAsync(false, "site test", Of(Role.Admin), Cancellation)).Done);

        var shown = (await _desks.AuditAsync()).Select(entry => JsonDocument.Parse(entry.Shown!).RootElement).ToList();
        Assert.Equal(
            new[] { (active, "active"), (shadow, "shadow") }.Order(),
            shown[0].EnumerateArray().Select(set => (set.GetProperty("runId").GetGuid(), set.GetProperty("state").GetString()!)).Order());
        Assert.All(shown[0].EnumerateArray(), set => Assert.NotEmpty(set.GetProperty("reason").GetString()!));
        Assert.Equal([false, true], shown.Skip(1).Select(before => before.GetProperty("isOn").GetBoolean()));
        Assert.Equal("agreed", shown[2].GetProperty("last").GetProperty("why").GetString());
    }

    [Fact]
    public async Task An_administrator_moves_the_switch_and_it_is_audited()
    {
        Assert.True((await _desks.Models.SwitchAsync(true, "agreed", Of(Role.Admin), Cancellation)).Done);
        Assert.True((await _desks.Models.SwitchAsync(false, "site test", Of(Role.Admin), Cancellation)).Done);

        var standing = await new AutomaticReader(_desks.Database.Console).ReadAsync(DateTimeOffset.UtcNow, Cancellation);
        Assert.Equal([(false, "anna", "site test"), (true, "anna", "agreed")], standing.Moves.Select(moved => (moved.IsOn, moved.SwitchedBy, moved.Why!)));
        Assert.Equal([ModelVerbs.AutomaticSwitched, ModelVerbs.AutomaticSwitched], (await _desks.AuditAsync()).Select(entry => entry.What));
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Operator)]
    [InlineData(Role.Expert)]
    public async Task Nobody_else_moves_the_switch(Role role)
    {
        Assert.False((await _desks.Models.SwitchAsync(true, "please", Of(role), Cancellation)).Done);

        Assert.Empty((await new AutomaticReader(_desks.Database.Console).ReadAsync(DateTimeOffset.UtcNow, Cancellation)).Moves);
        Assert.Equal(AuditVerbs.Denied, Assert.Single(await _desks.AuditAsync()).What);
    }

    [Theory]
    [InlineData(Role.Viewer, "please")]
    [InlineData(Role.Operator, "please")]
    [InlineData(Role.Expert, " ")]
    public async Task A_request_of_somebody_else_or_without_a_reason_goes_nowhere(Role role, string why)
    {
        Assert.False((await _desks.Models.AskAsync(ModelMoves.Rollback, null, why, Of(role), Cancellation)).Done);

        await using var database = await _desks.Database.Console.CreateDbContextAsync(Cancellation);
        Assert.Empty(await database.Outgoing.ToListAsync(Cancellation));
        Assert.DoesNotContain(await _desks.AuditAsync(), entry => entry.What == ModelVerbs.MoveRequested);
    }

    private static ClaimsPrincipal Of(Role role) => Person.Of("anna", role, "test");
}
