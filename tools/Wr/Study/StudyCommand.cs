using System.CommandLine;
using System.CommandLine.Parsing;
using WorkflowRecovery.Wr.History;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Study;

/// <summary><c>wr study</c>: every approach of the talk and ours, honestly compared.</summary>
internal static class StudyCommand
{
    private const int LastRow = 14;
    private const int MostSeeds = 1000;

    private static readonly Argument<string?> History = new("FILE")
    {
        Description = "Recorded actions (actionshistory), plain or gzip; without one, 27,000 simulated ones.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Logs = HistoryPaths.LogsOption();
    private static readonly Option<string?> Extras = HistoryPaths.ExtrasOption();
    private static readonly Option<int[]> Only = new("--only") { Description = $"Rows to run, such as 2,4,8: 1 to {LastRow} as in the talk, 0 for ours beyond it.", CustomParser = RowsOf };
    private static readonly Option<int?> Seeds = new("--seeds") { Description = "Seeds of each approach; 3, with --quick 2.", CustomParser = SeedsOf };
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
        command.Validators.Add(Check);
        command.SetAction(async (call, cancellation) =>
        {
            // An interrupt is only passed on to work that gave back its caller's thread.
            await Task.Yield();
            return await InstanceSession.GuardAsync(() => StudySession.RunAsync(OptionsOf(call), cancellation));
        });
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

    /// <summary>Looks at the words as given, since an option without its value has none to ask for.</summary>
    private static void Check(CommandResult call)
    {
        var (read, beside, written) = (WordsOf(call.GetResult(History)), WordsOf(call.GetResult(Logs), call.GetResult(Extras)), WordsOf(call.GetResult(Searches), call.GetResult(Json), call.GetResult(Report)));
        List<string> files = [.. read, .. beside, .. written];
        if (read.Count == 0 && beside.Count > 0)
            call.AddError("--extras and --logs belong to a FILE.");
        if (files.Any(string.IsNullOrWhiteSpace))
            call.AddError("A file needs a name.");
        else if (files.Select(Path.GetFullPath).Distinct().Count() < files.Count)
            call.AddError("One file cannot be two of FILE, --logs, --extras, --searches, --json and --report.");
    }

    private static List<string> WordsOf(params IEnumerable<SymbolResult?> given) =>
        [.. given.OfType<SymbolResult>().SelectMany(result => result.Tokens).Select(token => token.Value)];

    private static int? SeedsOf(ArgumentResult given)
    {
        if (given.Tokens is [var token] && int.TryParse(token.Value, out var seeds) && seeds is >= 1 and <= MostSeeds)
            return seeds;

        given.AddError($"--seeds takes a whole number from 1 to {MostSeeds}.");
        return null;
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
