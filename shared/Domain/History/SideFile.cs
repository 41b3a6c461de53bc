using System.Text.Json;

namespace WorkflowRecovery.Domain.History;

/// <summary>Reads one value of a file beside the recorded actions; null when nothing of it can be used.</summary>
internal delegate T? ReadSideValue<T>(ref Utf8JsonReader reader, ReadingNotes notes)
    where T : class;

/// <summary>The walk over files that hold one object by task path.</summary>
internal static class SideFile
{
    public static async Task ReadAsync<T>(
        Stream stream, Dictionary<string, T> byTask, ReadSideValue<T> read, Action<string> note, CancellationToken cancellation)
        where T : class
    {
        var members = new JsonMemberReader(stream);
        try
        {
            while (await members.NextAsync(cancellation) is { } member)
            {
                var notes = new ReadingNotes();
                if (ReadValue(member, read, notes) is { } value && !byTask.TryAdd(member.Key, value))
                    notes.Add("the key occurs before in the file: the first one is kept");

                foreach (var text in notes.ToList())
                    note($"{ReadingNotes.Show(member.Key)}: {text}");
            }
        }
        catch (BrokenFileException exception)
        {
            note(exception.Message);
        }
    }

    private static T? ReadValue<T>(JsonMember member, ReadSideValue<T> read, ReadingNotes notes)
        where T : class
    {
        try
        {
            var reader = new Utf8JsonReader(member.Value.Span, JsonMemberReader.Options);
            reader.Read();
            return read(ref reader, notes);
        }
        catch (InvalidOperationException)
        {
            notes.Add("the entry holds text that is not valid UTF-8: left out");
            return null;
        }
    }
}
