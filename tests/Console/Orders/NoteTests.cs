using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Contracts.Outside;
using static WorkflowRecovery.Console.Tests.Orders.Ordering;

namespace WorkflowRecovery.Console.Tests.Orders;

public sealed class NoteTests(RunningDesk running) : IClassFixture<RunningDesk>
{
    private readonly string _workflow = $"w_{Guid.NewGuid():N}";
    private readonly FakeTimeProvider _clock = new(RunningDesk.Now);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AuditTrail Trail => new(running.Databases, _clock);

    private NoteDesk Desk => new(running.Databases, Trail, new(Trail, _clock), _clock);

    [Fact]
    public async Task A_note_is_kept_until_it_is_closed_and_sent_nowhere()
    {
        await running.CaseAsync(_workflow);
        Assert.Null(await Desk.WriteAsync(new(_workflow, null, NoteKinds.Waiting, null, "until the site is back", RunningDesk.Now.AddDays(1)), Ada, Cancellation));
        var note = Assert.Single(await Desk.OfWorkflowAsync(_workflow, Cancellation));
        Assert.Null(await Desk.CloseAsync(note.NoteId, Expert, Cancellation));

        Assert.Equal("It is closed already.", await Desk.CloseAsync(note.NoteId, Ada, Cancellation));
        Assert.Equal(("waiting", "ada", "grace"), ((await Desk.OfWorkflowAsync(_workflow, Cancellation))[0].Kind, note.WrittenBy, (await Desk.OfWorkflowAsync(_workflow, Cancellation))[0].ClosedBy));
        Assert.DoesNotContain(await Desk.OpenAsync(null, Cancellation), open => open.Workflow == _workflow);
        Assert.Equal("note-written note-closed note-refused", await running.AskAsync("select string_agg(what, ' ' order by number) from console.audit where workflow = $1", _workflow));
        Assert.Empty(await running.HeardOfAsync(_workflow));
    }

    [Fact]
    public async Task A_note_without_sense_is_not_kept_and_a_viewer_writes_none()
    {
        await running.CaseAsync(_workflow);
        NoteRequest good = new(_workflow, null, NoteKinds.Escalated, Addressees.Site, "text", null);
        NoteRequest[] bad = [good with { Kind = "else" }, good with { Addressee = "all" }, good with { Kind = NoteKinds.Waiting }, good with { Ticket = new('x', 20_001) }];

        foreach (var note in bad)
            Assert.NotNull(await Desk.WriteAsync(note, Ada, Cancellation));
        Assert.NotNull(await Desk.WriteAsync(good, Viewer, Cancellation));
        Assert.Empty(await Desk.OfWorkflowAsync(_workflow, Cancellation));
        Assert.Equal(4L, await running.AskAsync("select count(*) from console.audit where what = 'note-refused' and who = 'ada' and workflow = $1", _workflow));
        Assert.Equal("denied", await running.AskAsync("select what from console.audit where who = $1 and details::text like '%note-written%' order by number desc limit 1", Person.NameOf(Viewer)));
    }

    [Fact]
    public async Task Nothing_is_noted_of_what_nobody_reported()
    {
        NoteRequest unheard = new(_workflow, null, NoteKinds.Escalated, Addressees.Site, "text", null);

        Assert.Equal("Nothing was ever reported of this workflow.", await Desk.WriteAsync(unheard, Ada, Cancellation));
        await running.CaseAsync(_workflow);
        Assert.Equal("Nothing was ever reported of this task.", await Desk.WriteAsync(unheard with { Task = $"/{_workflow}/Other" }, Ada, Cancellation));
        Assert.Null(await Desk.WriteAsync(unheard with { Task = $"/{_workflow}/Production" }, Ada, Cancellation));
    }

    [Fact]
    public async Task Open_notes_come_in_pages_the_newest_first()
    {
        await running.RunAsync(
            """
            insert into console.note (note_id, workflow, kind, wait_until, written_by, written_at)
            select gen_random_uuid(), $1, 'waiting', now() + interval '1 day', 'ann', now() + interval '1 day' from generate_series(1, 230)
            """, _workflow);

        var (pages, last) = (new List<IReadOnlyList<NoteView>>(), (Guid?)null);
        do
        {
            pages.Add(await Desk.OpenAsync(last, Cancellation));
            last = pages[^1] is [.., var note] ? note.NoteId : null;
        }
        while (last is not null && pages.Sum(page => page.Count(note => note.Workflow == _workflow)) < 230);

        Assert.Equal(230, pages.SelectMany(page => page).Where(note => note.Workflow == _workflow).DistinctBy(note => note.NoteId).Count());
        Assert.All(pages, page => Assert.InRange(page.Count, 1, NoteQueries.PageSize));
        var first = await Desk.OfWorkflowAsync(_workflow, Cancellation);
        Assert.Equal(NoteQueries.PageSize, first.Count);
        await Desk.CloseAsync(first[0].NoteId, Ada, Cancellation);
        var (ofWorkflow, end) = (new List<NoteView>(), (Guid?)null);
        while (await Desk.OfWorkflowAsync(_workflow, end, Cancellation) is [.., var oldest] page)
            (ofWorkflow, end) = ([.. ofWorkflow, .. page], oldest.NoteId);
        Assert.Equal(230, ofWorkflow.DistinctBy(note => note.NoteId).Count());
        Assert.Equal((230, first[0].NoteId), (ofWorkflow.Count, ofWorkflow[^1].NoteId));
    }

    [Fact]
    public async Task A_note_is_a_row_that_the_console_cannot_change()
    {
        await running.CaseAsync(_workflow);
        Assert.Null(await Desk.WriteAsync(new(_workflow, null, NoteKinds.Escalated, Addressees.Site, "text", null), Ada, Cancellation));
        var unknown = Guid.NewGuid();
        Assert.Equal("There is no such note.", await Desk.CloseAsync(unknown, Ada, Cancellation));
        Assert.Equal(1L, await running.AskAsync("select count(*) from console.audit where what = 'note-refused' and details::text like $1", $"%{unknown}%"));

        await using var database = await running.Databases.CreateDbContextAsync(Cancellation);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.Database.ExecuteSqlAsync($"update console.note set ticket = 'other' where workflow = {_workflow}", Cancellation));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_reason_is_added_once_for_all()
    {
        var library = new ReasonLibrary(running.Databases, Trail, new(Trail, _clock), _clock);
        LibraryReason reason = new($"r {_workflow}", "The tape robot is stuck.");

        Assert.Null(await library.AddAsync(reason, Ada, Cancellation));
        Assert.NotNull(await library.AddAsync(reason, Ada, Cancellation));
        Assert.NotNull(await library.AddAsync(new("aieh", "AIEH rule"), Ada, Cancellation));
        Assert.NotNull(await library.AddAsync(new("mine", "text"), Viewer, Cancellation));
        Assert.NotNull(await library.AddAsync(new($"long {_workflow}", new('x', 20_000)), Ada, Cancellation));
        Assert.Equal(2L, await running.AskAsync("select count(*) from console.audit where what = 'reason-refused' and who = 'ada' and details::text like $1", $"%{_workflow}%"));
        Assert.Contains(reason, await library.AllAsync(Cancellation));
        Assert.Contains(await library.AllAsync(Cancellation), shipped => shipped.Name == "memory");
    }

    [Fact]
    public void A_ticket_is_drafted_from_what_was_reported_worst_first_and_without_control_characters()
    {
        var task = new WorkflowAssistanceRequested
        {
            Workflow = "w", Task = "/w/Production", ReportedAt = RunningDesk.Now, TotalJobs = 100, FailedJobs = 25,
            Errors = [new() { Code = 85, Site = "T2_US_MIT", Count = 5 }, new() { Code = 50660, Site = "T1_US_FNAL", Count = 20 }],
            Logs = [new() { Code = 50660, Site = "T1_US_FNAL", Text = "killed\u001b[31m by watchdog" }],
        };

        var text = TicketDraft.Of(Addressees.Site, task);

        Assert.Contains("fail at T1_US_FNAL", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("20 x 50660", StringComparison.Ordinal) < text.IndexOf("5 x 85", StringComparison.Ordinal));
        Assert.Contains("Failed jobs: 25 of 100", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
    }
}
