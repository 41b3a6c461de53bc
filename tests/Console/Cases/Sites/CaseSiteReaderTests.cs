using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Console.Cases.Sites;
using WorkflowRecovery.Console.Tests.Cases.Matrix;
using WorkflowRecovery.Console.Tests.Cases.Reading;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Console.Tests.Cases.Sites;

public sealed class CaseSiteReaderTests(CaseDatabase database) : IClassFixture<CaseDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_site_that_changed_long_ago_and_one_that_changed_now_are_read_alike()
    {
        var (old, fresh, silent) = ($"T2_{Guid.NewGuid():N}", $"T2_{Guid.NewGuid():N}", $"T2_{Guid.NewGuid():N}");
        await database.Rows.ChangeSiteAsync(old, Now.AddDays(-400), "green", null);
        await database.Rows.ChangeSiteAsync(old, Now.AddDays(-500), "red", "drain");
        await database.Rows.ChangeSiteAsync(fresh, Now.AddHours(-3), "yellow", "enabled");
        await database.Rows.ChangeSiteAsync(fresh, Now.AddHours(3), "red", "disabled");
        var asked = new NewCase();
        await database.Rows.ReportAsync(asked.Reported() with { Sites = [silent] }, Cells.Of((1, old, Readiness.Red, 3), (1, fresh, Readiness.Green, 2)));
        var cases = new CaseReader(database.Databases);
        var task = (await cases.FindAsync((await cases.FindAsync(asked.Workflow, Cancellation))!.Tasks[0], Cancellation))!;

        var lines = await new CaseSiteReader(database.Databases, new FakeTimeProvider(Now)).OfAsync(task, Cancellation);

        Assert.Equal([(old, "red", "green", "drain"), (fresh, "green", "yellow", "enabled"), (silent, null, null, null)], lines.Select(line => (line.Site, line.AtReport, line.Readiness.Now, line.Status.Now)));
        Assert.Equal(["green"], lines[0].Readiness.Stretches.Select(stretch => stretch.Word));
        Assert.Equal([null, "yellow"], lines[1].Readiness.Stretches.Select(stretch => stretch.Word));
    }
}
