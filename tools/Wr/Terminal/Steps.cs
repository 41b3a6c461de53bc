using Spectre.Console;
using WorkflowRecovery.Wr.Display;

namespace WorkflowRecovery.Wr.Terminal;

/// <summary>Shows what is being done: a moving line at a terminal, plain lines with seconds elsewhere.</summary>
internal static class Steps
{
    // Standard output is for results, so that it can be read by a program.
    private static readonly IAnsiConsole Terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public static async Task<T> ShowAsync<T>(Func<IProgress<string>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
            return await work(new Line(step => Console.Error.WriteLine(Text(step))));
        return await Terminal.Status().StartAsync("…", context => work(new Line(step =>
        {
            Terminal.WriteLine(Text(step));
            context.Status(Markup.Escape(step));
        })));
    }

    private static string Text(string step) => CommandClock.Stamp + step;

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
