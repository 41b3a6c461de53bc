namespace WorkflowRecovery.Console.People;

/// <summary>Why somebody was not let in.</summary>
public enum SignInRefusal
{
    /// <summary>The provider did not vouch for them.</summary>
    Provider,

    /// <summary>Known, but without any role here.</summary>
    NoRole,

    /// <summary>Their role does not allow what they asked for.</summary>
    RoleTooLow,

    /// <summary>The key was wrong.</summary>
    WrongKey,

    /// <summary>Too many wrong keys.</summary>
    TooOften,

    /// <summary>No name, or one that cannot be kept.</summary>
    NoName,
}
