namespace WorkflowRecovery.Console.Charts;

/// <summary>A point of the unit square, (0, 0) at the bottom left.</summary>
/// <param name="X">0 to 1.</param>
/// <param name="Y">0 to 1.</param>
/// <param name="Tells">What a reader who points at it is told; null for points of a line alone.</param>
public sealed record CurvePoint(double X, double Y, string? Tells = null);
