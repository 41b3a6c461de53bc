using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.FluentUI.AspNetCore.Components;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Queue;
using WorkflowRecovery.Console.Tests.Queue;
using static WorkflowRecovery.Console.Tests.Orders.Ordering;

namespace WorkflowRecovery.Console.Tests.Orders;

/// <summary>What an operator sees and does, on a desk of real tables.</summary>
public sealed class OrderComponentTests : BunitContext, IClassFixture<RunningDesk>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly RunningDesk _running;
    private readonly string _workflow = $"w_{Guid.NewGuid():N}";
    private readonly FakeTimeProvider _clock = new(RunningDesk.Now);

    public OrderComponentTests(RunningDesk running)
    {
        _running = running;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddFluentUIComponents();
        Services.AddSingleton<TimeProvider>(_clock);
        var audit = new AuditTrail(running.Databases, _clock);
        Services.AddSingleton(running.DeskAt(_clock));
        Services.AddSingleton(running.Feed);
        Services.AddSingleton(new ReasonLibrary(running.Databases, audit, new(audit, _clock), _clock));
        Services.AddSingleton(new NoteDesk(running.Databases, audit, new(audit, _clock), _clock));
    }

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_recommended_is_accepted_in_one_click_and_may_be_undone_while_it_counts_down()
    {
        var seen = await _running.CaseAsync(_workflow);
        Submission? submitted = null;
        var form = Show<OrderForm>(Ada, form => form.Add(f => f.CaseId, seen.EventId).Add(f => f.OnSubmitted, EventCallback.Factory.Create<Submission>(this, made => submitted = made)));
        form.WaitForAssertion(() => Assert.Contains("Accept", form.Find("form").TextContent, StringComparison.Ordinal), Limit);
        await form.Find("form").SubmitAsync();
        form.WaitForAssertion(() => Assert.NotNull(submitted), Limit);

        var status = Show<OrderStatus>(Ada, status => status.Add(s => s.CaseId, seen.EventId));
        status.WaitForAssertion(() => Assert.Contains("is sent in 30 s", status.Markup, StringComparison.Ordinal), Limit);
        _clock.Advance(TimeSpan.FromSeconds(10));
        status.WaitForAssertion(() => Assert.Contains("is sent in 20 s", status.Markup, StringComparison.Ordinal), Limit);
        await PressAsync(status, "fluent-button");

        status.WaitForAssertion(() => Assert.Contains("nothing was sent", status.Markup, StringComparison.Ordinal), Limit);
        Assert.Empty(status.FindAll("fluent-button"));
        Assert.Equal(OrderStates.Undone, (await Desk.NewestAsync([seen.EventId], Cancellation))[seen.EventId].State);
    }

    [Fact]
    public async Task What_is_wrong_with_an_order_is_said_and_nothing_is_ordered()
    {
        var seen = await _running.CaseAsync(_workflow);
        var form = Show<OrderForm>(Ada, form => form.Add(f => f.CaseId, seen.EventId));
        form.WaitForElement("form", Limit);
        form.Find("input[maxlength='9']").Change("4000");
        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => Assert.Contains("has 4000 MB already", form.Find("[role=alert]").TextContent, StringComparison.Ordinal), Limit);
        Assert.Empty(await Desk.NewestAsync([seen.EventId], Cancellation));
    }

    [Fact]
    public async Task A_clone_is_confirmed_by_who_has_read_what_is_lost()
    {
        var (one, sibling) = (await _running.CaseAsync(_workflow), await _running.CaseAsync(_workflow, "Merge"));
        var form = Show<OrderForm>(Ada, form => form.Add(f => f.CaseId, one.EventId));
        form.WaitForElement("form", Limit);
        form.Find("select").Change("clone");
        await form.Find("form").SubmitAsync();
        form.WaitForElement("[role=alertdialog]", Limit);
        Assert.Contains("The output of 160 finished jobs is lost.", form.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        Assert.Contains($"/{_workflow}/Merge", form.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);

        await PressAsync(form, "fluent-button", ^1);
        Assert.Empty(await Desk.NewestAsync([one.EventId], Cancellation));
        form.Find("input[type=checkbox]").Change(true);
        await PressAsync(form, "fluent-button", ^1);

        form.WaitForAssertion(() => Assert.Contains("There is an order on it already.", form.Markup, StringComparison.Ordinal), Limit);
        Assert.Equal(2, (await Desk.NewestAsync([one.EventId, sibling.EventId], Cancellation)).Count);
    }

    [Fact]
    public async Task Equal_cases_are_ordered_together_after_a_second_look()
    {
        CaseSeen[] seen = [await _running.CaseAsync(_workflow), await _running.CaseAsync($"{_workflow}_b")];
        var bar = Show<BulkOrderBar>(Ada, bar => bar.Add(b => b.Selected, seen).Add(b => b.Ordered, Plain));
        await PressAsync(bar, "fluent-button");
        bar.WaitForAssertion(() => Assert.Contains("Order ACDC for 2 cases", bar.Markup, StringComparison.Ordinal), Limit);
        Assert.Empty(await Desk.NewestAsync([.. seen.Select(one => one.EventId)], Cancellation));
        await PressAsync(bar, "fluent-button");

        bar.WaitForAssertion(() => Assert.Empty(bar.FindAll(".reasons")), Limit);
        Assert.Equal(2, (await Desk.NewestAsync([.. seen.Select(one => one.EventId)], Cancellation)).Count);
    }

    [Fact]
    public async Task The_same_order_for_all_tasks_is_taken_back_from_the_page_of_one_of_them_by_one_click()
    {
        CaseSeen[] seen = [await _running.CaseAsync(_workflow), await _running.CaseAsync(_workflow, "Merge")];
        await Desk.SubmitAsync(Of(Plain, seen), Ada, Cancellation);

        var status = Show<OrderStatus>(Ada, status => status.Add(s => s.CaseId, seen[0].EventId));
        status.WaitForAssertion(() => Assert.Equal(["Undo", "Undo all 2"], status.FindAll("fluent-button").Select(button => button.TextContent.Trim())), Limit);
        await PressAsync(status, "fluent-button", 1);

        status.WaitForAssertion(() => Assert.Contains("2 orders taken back; nothing was sent.", status.Markup, StringComparison.Ordinal), Limit);
        Assert.All((await Desk.NewestAsync([.. seen.Select(one => one.EventId)], Cancellation)).Values, order => Assert.Equal(OrderStates.Undone, order.State));
    }

    [Fact]
    public async Task What_was_ordered_at_once_from_the_queue_is_taken_back_there_by_one_click()
    {
        var authorization = this.AddAuthorization();
        authorization.SetAuthorized("ada");
        authorization.SetPolicies(Policies.Operator);
        CaseSeen[] seen = [await _running.CaseAsync(_workflow), await _running.CaseAsync($"{_workflow}_b")];
        QueueCase[] cases = [.. seen.Select(one => ShownCases.Case() with { EventId = one.EventId })];
        var bar = Show<SelectionBar>(Ada, bar => bar.Add(b => b.Selection, new Selection(cases, Obstacle: null)));
        await PressAsync(bar, "fluent-button");
        bar.WaitForElement(".preview", Limit);
        await PressAsync(bar, "fluent-button");
        bar.WaitForElement(".submitted", Limit);
        Assert.Equal("Undo all 2", bar.Find(".submitted fluent-button").TextContent.Trim());
        await PressAsync(bar, ".submitted fluent-button");

        bar.WaitForAssertion(() => Assert.Contains("2 orders taken back; nothing was sent.", bar.Markup, StringComparison.Ordinal), Limit);
        Assert.All((await Desk.NewestAsync([.. seen.Select(one => one.EventId)], Cancellation)).Values, order => Assert.Equal(OrderStates.Undone, order.State));
        await PressAsync(bar, ".submitted button");
        bar.WaitForAssertion(() => Assert.Empty(bar.FindAll(".submitted")), Limit);
    }

    [Fact]
    public async Task After_an_order_for_many_a_line_takes_all_of_it_back_until_it_is_sent()
    {
        CaseSeen[] seen = [await _running.CaseAsync(_workflow), await _running.CaseAsync($"{_workflow}_b")];
        var submitted = await Desk.SubmitAsync(Of(Plain, seen), Ada, Cancellation);
        var isOver = false;

        var line = Show<SubmittedLine>(Ada, line => line.Add(l => l.Submission, submitted).Add(l => l.OnOver, () => isOver = true));
        Assert.Contains("2 cases ordered, sent in 30 s.", line.Find(".submitted").TextContent, StringComparison.Ordinal);
        await PressAsync(line, "fluent-button");
        line.WaitForAssertion(() => Assert.Contains("2 orders taken back; nothing was sent.", line.Markup, StringComparison.Ordinal), Limit);
        Assert.All((await Desk.NewestAsync([.. seen.Select(one => one.EventId)], Cancellation)).Values, order => Assert.Equal(OrderStates.Undone, order.State));
        Assert.False(isOver);

        var other = Show<SubmittedLine>(Ada, other => other.Add(l => l.Submission, submitted).Add(l => l.OnOver, () => isOver = true));
        other.WaitForElement("fluent-button", Limit);
        _clock.Advance(TimeSpan.FromSeconds(31));
        other.WaitForAssertion(() => Assert.True(isOver), Limit);
    }

    [Fact]
    public async Task What_will_be_published_of_an_order_for_many_is_unfolded_for_each_case_with_the_reasons_that_were_given()
    {
        CaseSeen[] seen = [await _running.CaseAsync(_workflow), await _running.CaseAsync($"{_workflow}_b")];
        var bar = Show<BulkOrderBar>(Ada, bar => bar.Add(b => b.Selected, seen).Add(b => b.Ordered, Plain with { Reasons = [] }));
        await PressAsync(bar, "fluent-button");
        bar.WaitForElement(".preview", Limit);
        Assert.Equal("What will be published for 2 cases", bar.Find(".preview > summary").TextContent);
        Assert.Empty(bar.FindAll(".preview pre"));
        bar.Find(".preview").TriggerEvent("ontoggle", EventArgs.Empty);
        bar.Find(".reasons textarea").Change("the tape is back");
        await PressAsync(bar, ".reasons > button");

        bar.WaitForAssertion(() => Assert.Equal(
            [$"Executors are told to do ACDC for /{_workflow}/Production, at T1_US_FNAL, T2_US_MIT. It is recorded as what ada ordered, because: the tape is back",
             $"Executors are told to do ACDC for /{_workflow}_b/Production, at T1_US_FNAL, T2_US_MIT. It is recorded as what ada ordered, because: the tape is back"],
            bar.FindAll(".preview > ul > li > p").Select(words => words.TextContent)), Limit);
        Assert.Equal(4, bar.FindAll(".preview pre").Count);
        Assert.Empty(await Desk.NewestAsync([.. seen.Select(one => one.EventId)], Cancellation));
    }

    [Fact]
    public async Task Of_an_order_that_would_be_refused_it_is_said_why_and_not_what_would_be_published()
    {
        var seen = await _running.CaseAsync(_workflow);
        var form = Show<OrderForm>(Ada, form => form.Add(f => f.CaseId, seen.EventId));
        form.WaitForElement("form", Limit);
        form.Find("input[maxlength='9']").Change("4000");
        await PressAsync(form, "fluent-button", 1);

        form.WaitForAssertion(() => Assert.Contains("has 4000 MB already", form.Find("[role=alert]").TextContent, StringComparison.Ordinal), Limit);
        Assert.Empty(form.FindAll(".preview"));
    }

    [Fact]
    public async Task What_may_still_be_done_is_asked_about_a_second_time_before_it_is_ordered_again()
    {
        var seen = await _running.CaseAsync(_workflow);
        await _running.TellExecutorAsync(seen, _workflow);
        var form = Show<OrderForm>(Ada, form => form.Add(f => f.CaseId, seen.EventId));
        form.WaitForElement("form", Limit);
        await form.Find("form").SubmitAsync();
        form.WaitForElement("[role=alertdialog]", Limit);
        Assert.Contains("An executor was told of it and has not reported; it may still be done.", form.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        Assert.Contains($"/{_workflow}/Production", form.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        Assert.Empty(await Desk.NewestAsync([seen.EventId], Cancellation));

        await PressAsync(form, "[role=alertdialog] fluent-button", ^1);

        form.WaitForAssertion(() => Assert.Contains("There is an order on it already.", form.Markup, StringComparison.Ordinal), Limit);
        Assert.Equal(OrderStates.Pending, (await Desk.NewestAsync([seen.EventId], Cancellation))[seen.EventId].State);
    }

    [Fact]
    public async Task A_viewer_gets_no_form_and_no_undo()
    {
        var seen = await _running.CaseAsync(_workflow);
        await Desk.SubmitAsync(Of(Plain, seen), Ada, Cancellation);
        var form = Show<OrderForm>(Viewer, form => form.Add(f => f.CaseId, seen.EventId));
        var status = Show<OrderStatus>(Viewer, status => status.Add(s => s.CaseId, seen.EventId));

        form.WaitForAssertion(() => Assert.Contains("Only operators may order.", form.Markup, StringComparison.Ordinal), Limit);
        status.WaitForAssertion(() => Assert.Contains("ordered by ada", status.Markup, StringComparison.Ordinal), Limit);
        Assert.Empty(status.FindAll("fluent-button"));
    }

    [Fact]
    public async Task A_hostile_name_is_text_and_a_ticket_is_drafted()
    {
        var workflow = $"<script>{_workflow}</script>";
        var seen = await _running.CaseAsync(workflow);
        var note = Show<NoteForm>(Ada, note => note.Add(n => n.CaseId, seen.EventId));
        note.WaitForAssertion(() => Assert.Contains("T2_US_MIT", note.Find("textarea").GetAttribute("value") ?? "", StringComparison.Ordinal), Limit);
        await note.Find("form").SubmitAsync();

        note.WaitForAssertion(() => Assert.Contains("Kept.", note.Markup, StringComparison.Ordinal), Limit);
        Assert.Empty(note.FindAll("script"));
        Assert.Equal("site", (await _running.AskAsync("select addressee from console.note where workflow = $1", workflow)));
    }

    [Fact]
    public async Task A_preview_says_in_words_what_is_published_and_goes_when_the_form_changes()
    {
        var seen = await _running.CaseAsync(_workflow);
        var form = Show<OrderForm>(Ada, form => form.Add(f => f.CaseId, seen.EventId));
        form.WaitForElement("form", Limit);
        form.Find("input[maxlength='9']").Change("9000");
        await PressAsync(form, "fluent-button", 1);
        form.WaitForElement(".preview", Limit);

        Assert.Contains($"Executors are told to do ACDC, memory 9000 MB for /{_workflow}/Production, at T1_US_FNAL, T2_US_MIT.", form.Find(".preview p").TextContent, StringComparison.Ordinal);
        Assert.Contains("\n  \"action\": \"acdc\",", form.Find(".preview pre").TextContent.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        form.Find("input[maxlength='9']").Change("10000");

        Assert.Empty(form.FindAll(".preview"));
        Assert.Contains("The form has changed since the preview", form.Markup, StringComparison.Ordinal);
        form.Find("input[maxlength='9']").Change("9000");
        Assert.Single(form.FindAll(".preview"));
    }

    [Fact]
    public async Task The_line_of_an_order_says_all_that_was_ordered()
    {
        var seen = await _running.CaseAsync(_workflow);
        await Desk.SubmitAsync(Of(Plain with { MemoryMb = 9_000, Splitting = "10x", SiteMode = "ban", Sites = ["T2_US_MIT"] }, seen), Ada, Cancellation);

        var status = Show<OrderStatus>(Viewer, status => status.Add(s => s.CaseId, seen.EventId));

        status.WaitForAssertion(() => Assert.Contains("ACDC, memory 9000 MB, splitting 10x, without T2_US_MIT, ordered by ada", status.Markup, StringComparison.Ordinal), Limit);
    }

    [Fact]
    public async Task An_open_note_is_read_on_the_page_by_all_and_closed_there_by_operators()
    {
        await _running.CaseAsync(_workflow);
        var notes = Services.GetRequiredService<NoteDesk>();
        Assert.Null(await notes.WriteAsync(new(_workflow, null, NoteKinds.Escalated, Addressees.Transfer, "<b>the tape is stuck</b>", null), Ada, Cancellation));

        var looked = Show<NotesPanel>(Viewer, panel => panel.Add(p => p.Workflow, _workflow));
        looked.WaitForAssertion(() => Assert.Contains("escalated to the transfer team, noted by ada on 2026-03-04 05:06 UTC for the whole workflow", looked.Find("section li").TextContent, StringComparison.Ordinal), Limit);
        Assert.Equal("<b>the tape is stuck</b>", looked.Find("pre").TextContent);
        Assert.Empty(looked.FindAll("button"));

        var panel = Show<NotesPanel>(Expert, panel => panel.Add(p => p.Workflow, _workflow));
        panel.WaitForElement("button", Limit);
        await PressAsync(panel, "button");

        panel.WaitForAssertion(() => Assert.Contains("closed by grace", panel.Find("details").TextContent, StringComparison.Ordinal), Limit);
        Assert.Empty(panel.FindAll("section"));
    }

    [Fact]
    public async Task A_note_on_a_workflow_that_is_long_gone_is_found_and_closed_on_the_page_of_notes()
    {
        await _running.RunAsync(
            "insert into console.note (note_id, workflow, kind, wait_until, ticket, written_by, written_at) values (gen_random_uuid(), $1, 'waiting', $2, '<b>gone</b>', 'ada', $2)",
            _workflow, RunningDesk.Now.AddYears(3));

        var looked = Show<NotesPage>(Viewer, _ => { });
        looked.WaitForAssertion(() => Assert.Contains(_workflow, looked.Find("section li a").TextContent, StringComparison.Ordinal), Limit);
        Assert.Contains("<b>gone</b>", looked.FindAll("pre").Select(text => text.TextContent));
        Assert.Empty(looked.FindAll("button"));

        var page = Show<NotesPage>(Ada, _ => { });
        page.WaitForElement($"button[aria-label*='{_workflow}']", Limit);
        await PressAsync(page, $"button[aria-label*='{_workflow}']");

        page.WaitForAssertion(() => Assert.Contains($"The note on {_workflow} is closed.", page.Find("[role=status]").TextContent, StringComparison.Ordinal), Limit);
        Assert.DoesNotContain(page.FindAll("section li a"), link => link.TextContent.Contains(_workflow, StringComparison.Ordinal));
    }

    private OrderDesk Desk => Services.GetRequiredService<OrderDesk>();

    /// <summary>Finds and presses in one turn of the page: else it may be drawn anew in between, and what was found is there no more.</summary>
    private static Task PressAsync<T>(IRenderedComponent<T> shown, string what, Index at = default)
        where T : IComponent => shown.InvokeAsync(() => shown.FindAll(what)[at].ClickAsync());

    private IRenderedComponent<TComponent> Show<TComponent>(ClaimsPrincipal person, Action<ComponentParameterCollectionBuilder<TComponent>> parameters)
        where TComponent : IComponent => Render<TComponent>(builder =>
        {
            builder.AddCascadingValue(Task.FromResult(new AuthenticationState(person)));
            parameters(builder);
        });
}
