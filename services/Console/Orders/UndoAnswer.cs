namespace WorkflowRecovery.Console.Orders;

/// <summary>What became of the wish to have an order back.</summary>
/// <param name="Result">See <see cref="UndoResult"/>.</param>
/// <param name="Text">A sentence for the one who asked.</param>
public sealed record UndoAnswer(UndoResult Result, string Text);

/// <summary>What may become of it.</summary>
public enum UndoResult
{
    /// <summary>Nothing was sent.</summary>
    Undone = 0,

    /// <summary>It was sent; whether it can be had back is not known yet.</summary>
    Asked = 1,

    /// <summary>There is nothing to take back.</summary>
    TooLate = 2,

    /// <summary>Their role does not allow it.</summary>
    NotAllowed = 3,
}
