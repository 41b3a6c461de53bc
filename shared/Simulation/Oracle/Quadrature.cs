namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>Sums in place of integrals; all integrands here are smooth, so that evenly spaced nodes do.</summary>
internal static class Quadrature
{
    /// <summary>Nodes and weights so that the sum of weight x f(node) is the mean of f over a standard normal.</summary>
    public static IReadOnlyList<(double Node, double Weight)> Normal { get; } = NormalNodes();

    /// <summary>Nodes and weights so that the sum of weight x f(node) is the integral of f from 0 to infinity, evenly spaced in ln.</summary>
    public static (double Node, double Weight)[] Positive(double lowest, double highest, double step) =>
        [.. Enumerable.Range(0, 1 + (int)((highest - lowest) / step)).Select(at => Math.Exp(lowest + (at * step))).Select(node => (node, node * step))];

    private static (double Node, double Weight)[] NormalNodes()
    {
        var nodes = Enumerable.Range(-16, 33).Select(at => at / 4.0).ToArray();
        var total = nodes.Sum(node => Math.Exp(-node * node / 2));
        return [.. nodes.Select(node => (node, Math.Exp(-node * node / 2) / total))];
    }
}
