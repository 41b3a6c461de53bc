using System.Text.Json;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Domain.History;

/// <summary>Turns one member of the file into an entry.</summary>
internal static class HistoryEntryReader
{
    public static HistoryEntry Read(string key, ReadOnlySpan<byte> value)
    {
        if (key.Length > Limits.NameCharacters)
            return Skip(ReadingNotes.Show(key), $"the task's path has {key.Length} characters");

        if (!TaskPath.TryWorkflowOf(key, out var workflow))
            return Skip(key, "the key is not a task path /workflow/task");

        try
        {
            return Read(key, workflow, value);
        }
        catch (InvalidOperationException)
        {
            return Skip(key, "the record holds text that is not valid UTF-8");
        }
    }

    public static HistoryEntry Skip(string key, string reason) => new(key, null, reason, []);

    private static HistoryEntry Read(string key, string workflow, ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value, JsonMemberReader.Options);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return Skip(key, "the record is not an object");

        var notes = new ReadingNotes();
        var errors = new HistoryErrors(notes);
        var parameters = new HistoryParameters(notes);
        while (JsonValues.TryNextMember(ref reader, out var name))
        {
            if (name == "errors")
                errors.Read(ref reader);
            else if (name == "parameters")
                parameters.Read(ref reader);
            else
                reader.Skip();
        }

        return parameters.ToAction(out var problem) is { } action
            ? new(key, RecordOf(), null, notes.ToList())
            : new(key, null, problem, notes.ToList());

        HistoryRecord RecordOf() => new()
        {
            Task = key,
            Workflow = workflow,
            Matrix = errors.ToMatrix(),
            Action = action,
            ParametersGiven = parameters.Given,
        };
    }
}
