using System.Runtime.ExceptionServices;

namespace WorkflowRecovery.Learning.Networks.Descent;

/// <summary>Threads that stay for a whole training and share numbered jobs with the caller, who works as well.</summary>
internal sealed class Crew : IDisposable
{
    private readonly Thread[] threads;
    private readonly SemaphoreSlim begin = new(0);
    private readonly CountdownEvent busy = new(1);
    private Action<int> work = _ => { };
    private int jobs;
    private int next;
    private bool over;
    private ExceptionDispatchInfo? fault;

    /// <param name="size">Threads, the caller's included.</param>
    public Crew(int size)
    {
        threads = new Thread[size - 1];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Serve) { IsBackground = true, Name = "network training" };
            threads[i].Start();
        }
    }

    /// <summary>Runs jobs 0 to <paramref name="count"/> - 1, in any order, and returns when all are done.</summary>
    public void Run(int count, Action<int> job)
    {
        (work, jobs, next, fault) = (job, count, -1, null);
        var others = Math.Min(threads.Length, count - 1);
        if (others > 0)
        {
            busy.Reset(others);
            begin.Release(others);
        }

        TakeJobs();
        if (others > 0)
            busy.Wait();

        fault?.Throw();
    }

    public void Dispose()
    {
        over = true;
        if (threads.Length > 0)
            begin.Release(threads.Length);

        foreach (var thread in threads)
            thread.Join();

        begin.Dispose();
        busy.Dispose();
    }

    private void Serve()
    {
        while (true)
        {
            begin.Wait();
            if (over)
                return;

            TakeJobs();
            busy.Signal();
        }
    }

    private void TakeJobs()
    {
        try
        {
            for (var job = Interlocked.Increment(ref next); job < jobs; job = Interlocked.Increment(ref next))
                work(job);
        }
#pragma warning disable CA1031 // It is thrown again on the caller's thread.
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref fault, ExceptionDispatchInfo.Capture(exception), null);
        }
#pragma warning restore CA1031
    }
}
