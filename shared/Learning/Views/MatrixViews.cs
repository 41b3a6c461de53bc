namespace WorkflowRecovery.Learning.Views;

/// <summary>The views in use.</summary>
public static class MatrixViews
{
    /// <summary>The view that matrices are stored with and that the models look through.</summary>
    public static TierView Tier { get; } = new();
}
