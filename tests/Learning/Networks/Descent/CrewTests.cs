using WorkflowRecovery.Learning.Networks.Descent;

namespace WorkflowRecovery.Learning.Tests.Networks.Descent;

public sealed class CrewTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Every_job_is_done_once_and_before_the_call_returns(int threads)
    {
        using var crew = new Crew(threads);
        for (var round = 0; round < 200; round++)
        {
            var done = new int[round % 7];
            crew.Run(done.Length, job => Interlocked.Increment(ref done[job]));
            Assert.All(done, times => Assert.Equal(1, times));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_fault_reaches_the_caller_and_the_crew_goes_on(int threads)
    {
        using var crew = new Crew(threads);
        for (var failing = 0; failing < 6; failing++)
        {
            var fault = Assert.Throws<InvalidOperationException>(() => crew.Run(6, job => ThrowAt(job, failing)));
            Assert.Equal($"job {failing}", fault.Message);
        }

        var sum = 0;
        crew.Run(5, job => Interlocked.Add(ref sum, job));
        Assert.Equal(10, sum);
    }

    private static void ThrowAt(int job, int failing)
    {
        if (job == failing)
            throw new InvalidOperationException($"job {job}");
    }
}
