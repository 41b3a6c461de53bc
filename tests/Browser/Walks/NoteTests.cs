using Microsoft.Playwright;
using WorkflowRecovery.Browser.Tests.Hosting;

namespace WorkflowRecovery.Browser.Tests.Walks;

[Collection(InTheBrowser.Name)]
public sealed class NoteTests(ConsoleInUse console)
{
    private const string Text = "<b>The tape robot is stuck.</b>";

    [Fact]
    public async Task A_note_is_marked_in_the_queue_read_by_a_colleague_and_closed_by_them_before_the_eyes_of_who_wrote_it()
    {
        var reported = Reports.OutOfMemory("noted");
        await console.ReportAsync(reported);
        await using var writer = await Visit.BeginAsync(console, "operator", "note-writer");
        await using var reader = await Visit.BeginAsync(console, "operator", "note-reader");
        await Visit.SeesAsync(Places.RowOf(reader, reported.Workflow));

        await writer.OpenWorkflowAsync(reported.Workflow);
        await writer.Page.GetByText("Escalate or wait").ClickAsync();
        await writer.Page.GetByLabel("Text of the ticket").FillAsync(Text);
        await writer.Button("Keep the note").ClickAsync();
        await Visit.ReadsAsync(OpenNotes(writer), "escalated to the site, noted by note-writer");

        await Visit.SeesAsync(Places.RowOf(reader, reported.Workflow).Locator(".noted"));
        await reader.OpenWorkflowAsync(reported.Workflow);
        await Visit.ReadsAsync(OpenNotes(reader), Text);
        await OpenNotes(reader).GetByRole(AriaRole.Button).ClickAsync();

        await Visit.SeesAsync(writer.Page.GetByText("1 closed note"));
        Assert.Empty(writer.Troubles.Concat(reader.Troubles));
        Assert.Equal(["signed-in", "note-closed"], (await console.Audit.OfAsync("note-reader")).Select(line => line.What));
    }

    private static ILocator OpenNotes(Visit visit) => visit.Page.GetByRole(AriaRole.Region, new() { Name = "Open notes" });
}
