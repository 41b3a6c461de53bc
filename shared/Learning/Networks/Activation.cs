namespace WorkflowRecovery.Learning.Networks;

/// <summary>The function that a layer applies to each of its sums.</summary>
public enum Activation
{
    /// <summary>The sum itself.</summary>
    None,

    /// <summary>The sum where it is above 0, else 0.</summary>
    Relu,

    /// <summary>The hyperbolic tangent, between -1 and 1.</summary>
    Tanh,

    /// <summary>The logistic function, between 0 and 1.</summary>
    Sigmoid,
}
