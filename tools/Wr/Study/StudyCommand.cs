using System.CommandLine;
using System.CommandLine.Parsing;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.History;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Study;

/// <summary><c>wr study</c>: every approach of the talk and ours, honestly compared.</summary>
internal static class StudyCommand
{
    private const int LastRow = 14;

    private static readonly Argument<string?> History = new("FILE")
    {
        Description = "Recorded actions (actionshistory), plain or gzip; without one, 27,000 simulated ones.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Logs = HistoryPaths.LogsOption();
    private static readonly Option<string?> Extras = HistoryPaths.ExtrasOption();
    private static readonly Option<int[]> Only = new("--only") { Description = $"Rows to run, such as 2,4,8: 1 to {LastRow} as in the talk, 0 for ours beyond it.", CustomParser = RowsOf };
    private static readonly Option<int?> Seeds = new("--seeds") { Description = "Seeds of each approach; 3, with --quick 2." };
    private static readonly Option<TimeSpan?> Budget = new("--budget") { Description = "Time for the whole, such as 30m or 2h; 30m, with --quick 4m. The searches take what the rest leaves of it.", CustomParser = BudgetOf };
    private static readonly Option<bool> Quick = new("--quick") { Description = "A sample of the tasks and fewer variants: about 4 minutes on two cores." };
    private static readonly Option<string?> Searches = new("--searches") { Description = "File that keeps what the searches tried; a later study goes on from there." };
    private static readonly Option<string?> Json = new("--json") { Description = "File for the numbers, as JSON." };
    private static readonly Option<string?> Report = new("--report") { Description = "File for the report with its figures, one HTML page." };

    public static Command Create()
    {
        var command = new Command("study", "Compare every approach of the talk, and ours, on recorded actions: by record, by workflow and by time.")
        {
            History, Logs, Extras, Only, Seeds, Budget, Quick, Searches, Json, Report,
        };
        command.Validators.Add(call =>
        {
            if (call.GetValue(History) is null && (call.GetValue(Extras) ?? call.GetValue(Logs)) is not null)
                call.AddError("--extras and --logs belong to a FILE.");
            if (call.GetValue(Seeds) < 1)
                call.AddError("--seeds must be at least 1.");
        });
        command.SetAction((call, cancellation) => InstanceSession.GuardAsync(() => StudySession.RunAsync(OptionsOf(call), cancellation)));
        return command;
    }

    private static StudyOptions OptionsOf(ParseResult call)
    {
        var quick = call.GetValue(Quick);
        return new(
            call.GetValue(History) is { } file ? new HistoryPaths(file, call.GetValue(Extras), call.GetValue(Logs)) : null,
            call.GetValue(Only) ?? [],
            call.GetValue(Seeds) ?? (quick ? 2 : 3),
            call.GetValue(Budget) ?? TimeSpan.FromMinutes(quick ? 4 : 30),
            quick,
            call.GetValue(Searches),
            call.GetValue(Json),
            call.GetValue(Report));
    }

    private static int[] RowsOf(ArgumentResult given)
    {
        var words = string.Join(',', given.Tokens.Select(token => token.Value)).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var rows = words.Select(word => int.TryParse(word, out var row) && row is >= 0 and <= LastRow ? row : -1).ToArray();
        if (rows.Contains(-1) || rows.Length == 0)
            given.AddError($"--only takes row numbers from 0 to {LastRow}, such as 2,4,8.");
        return rows;
    }

    private static TimeSpan? BudgetOf(ArgumentResult given)
    {
        var word = given.Tokens.Count == 1 ? given.Tokens[0].Value : "";
        TimeSpan? unit = word.Length > 1 ? word[^1] switch { 's' => TimeSpan.FromSeconds(1), 'm' => TimeSpan.FromMinutes(1), 'h' => TimeSpan.FromHours(1), _ => null } : null;
        if (unit is { } one && double.TryParse(word[..^1], out var amount) && amount is > 0 and < 10_000)
            return amount * one;

        given.AddError("--budget takes a time such as 90s, 30m or 2h.");
        return null;
    }
}
