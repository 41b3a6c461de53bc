using System.Diagnostics;
using Spectre.Console;

namespace WorkflowRecovery.Wr.Display;

/// <summary>How far some work is.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Text">What is being done, with counts.</param>
internal readonly record struct Step(double Share, string Text);

/// <summary>Progress of long work: a bar at a terminal, a line now and then elsewhere. Results are not written here.</summary>
internal static class Bars
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(2);

    public static Task<T> ShowAsync<T>(string title, Func<IProgress<Step>, Task<T>> work) =>
        Console.IsErrorRedirected ? ShowLinesAsync(title, work) : ShowBarAsync(title, work);

    private static async Task<T> ShowBarAsync<T>(string title, Func<IProgress<Step>, Task<T>> work)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(title), maxValue: 1);
                var result = await work(new Told(step =>
                {
                    bar.Value = step.Share;
                    bar.Description = Markup.Escape($"{title}: {step.Text}");
                }));
                bar.Value = 1;
                return result;
            });
    }

    private static async Task<T> ShowLinesAsync<T>(string title, Func<IProgress<Step>, Task<T>> work)
    {
        var total = Stopwatch.StartNew();
        var shown = TimeSpan.MinValue;
        var result = await work(new Told(step =>
        {
            if (shown != TimeSpan.MinValue && total.Elapsed - shown < LineEvery)
                return;
            shown = total.Elapsed;
            Console.Error.WriteLine($"{total.Elapsed.TotalSeconds,6:0.0} s  {title}: {step.Text}");
        }));
        await Console.Error.WriteLineAsync($"{total.Elapsed.TotalSeconds,6:0.0} s  {title}: done");
        return result;
    }

    /// <summary>Tells at once and in order, which <see cref="Progress{T}"/> does not.</summary>
    private sealed class Told(Action<Step> show) : IProgress<Step>
    {
        private readonly Lock _lock = new();

        public void Report(Step value)
        {
            lock (_lock)
                show(value);
        }
    }
}
