namespace WorkflowRecovery.Domain.Errors;

/// <summary>The part of the software that an error code comes from, told by its number.</summary>
public enum ErrorRange : byte
{
    /// <summary>-1 and 0: not codes of a failed job.</summary>
    Special = 0,

    /// <summary>1 to 512: status of a process.</summary>
    Unix = 1,

    /// <summary>7000 to 9000: cmsRun, the application.</summary>
    CmsRun = 2,

    /// <summary>10000 to 19999: the environment of the job on its node.</summary>
    Environment = 3,

    /// <summary>50000 to 59999: the executable and its watchdog.</summary>
    Executable = 4,

    /// <summary>60000 to 69999: stage-out of the output.</summary>
    StageOut = 5,

    /// <summary>70000 to 79999: the agent that submits jobs.</summary>
    Agent = 6,

    /// <summary>80000 to 89999: CRAB, the analysis tool.</summary>
    Crab = 7,

    /// <summary>90000 to 99999: general faults.</summary>
    General = 8,

    /// <summary>No range that anybody gave out.</summary>
    None = 9,
}
