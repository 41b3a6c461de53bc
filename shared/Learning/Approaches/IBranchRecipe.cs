using WorkflowRecovery.Learning.Networks;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>How one branch of a network is made for a lesson: what it looks at, and its layers.</summary>
public interface IBranchRecipe
{
    /// <summary>What it looks through, for people.</summary>
    string View { get; }

    /// <summary>Learns from the rows to train with whatever the input needs (columns, sortings, words), and nothing from others.</summary>
    PreparedBranch Prepare(Lesson lesson);
}

/// <summary>A branch ready for a lesson.</summary>
/// <param name="Design">Its input and layers.</param>
/// <param name="InputOf">The input of some rows of the lesson's set.</param>
public sealed record PreparedBranch(BranchDesign Design, Func<IReadOnlyList<int>, NetworkInput> InputOf);
