using System.Diagnostics;
using Spectre.Console;

namespace WorkflowRecovery.Wr.Terminal;

/// <summary>Shows what is being done: a moving line at a terminal, plain lines with seconds elsewhere.</summary>
internal static class Steps
{
    // Standard output is for results, so that it can be read by a program.
    private static readonly IAnsiConsole Terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public static async Task<T> ShowAsync<T>(Func<IProgress<string>, Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        if (Console.IsErrorRedirected)
            return await work(new Line(step => Console.Error.WriteLine(Text(watch, step))));
        return await Terminal.Status().StartAsync("…", context => work(new Line(step =>
        {
            Terminal.WriteLine(Text(watch, step));
            context.Status(Markup.Escape(step));
        })));
    }

    private static string Text(Stopwatch watch, string step) => $"{watch.Elapsed.TotalSeconds,6:0.0} s  {step}";

    /// <summary>Tells at once and in order, which <see cref="Progress{T}"/> does not.</summary>
    private sealed class Line(Action<string> write) : IProgress<string>
    {
        private readonly Lock _lock = new();

        public void Report(string value)
        {
            lock (_lock)
                write(value);
        }
    }
}
