using System.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;

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
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ClockColumn())
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
        var since = new Stopwatch();
        var last = "";
        var result = await work(new Told(step =>
        {
            last = $" ({step.Text})";
            if (since.IsRunning && since.Elapsed < LineEvery)
                return;
            since.Restart();
            Console.Error.WriteLine($"{CommandClock.Stamp}{title}: {step.Text}");
        }));
        await Console.Error.WriteLineAsync($"{CommandClock.Stamp}{title}: done{last}");
        return result;
    }

    /// <summary>The time of the command, which goes on from one bar to the next.</summary>
    private sealed class ClockColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text($"{CommandClock.Elapsed:mm\\:ss}");
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
