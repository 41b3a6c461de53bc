using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using WorkflowRecovery.Learning.Trees;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Linear;

/// <summary>What a column adds to a margin.</summary>
/// <param name="Column">Number of the column.</param>
/// <param name="Amount">Coefficient x value, in nats: above 0 it speaks for the class.</param>
public sealed record ColumnContribution(int Column, double Amount);

/// <summary>A logistic regression with L2 penalty: one margin of class 1 for two classes, a softmax of margins for more.</summary>
public sealed class LogisticRegression
{
    private const int Memory = 10;
    private readonly double[] _parameters;

    internal LogisticRegression(double[] parameters, int classes, int dimension) =>
        (_parameters, Classes, Dimension) = (parameters, classes, dimension);

    /// <summary>Number of classes, at least 2.</summary>
    public int Classes { get; }

    /// <summary>Number of columns of the rows.</summary>
    public int Dimension { get; }

    internal ReadOnlySpan<double> Parameters => _parameters;

    private int Outputs => OutputsOf(Classes);

    /// <summary>Fits the regression; the same rows give the same bits.</summary>
    /// <param name="rows">Rows of equal dimension, at least one.</param>
    /// <param name="classes">The class of each row, 0 to <paramref name="count"/> - 1.</param>
    /// <param name="count">Number of classes, at least 2.</param>
    /// <param name="weights">How much each row counts, from 0; null for all alike.</param>
    /// <param name="options">How it is fitted; null for the defaults.</param>
    /// <exception cref="ArgumentException">The shapes disagree, or a class or weight is out of range.</exception>
    public static LogisticRegression Fit(
        IReadOnlyList<SparseVector> rows, IReadOnlyList<int> classes, int count, IReadOnlyList<double>? weights = null, LogisticOptions? options = null)
    {
        Check(rows, classes, count, weights);
        options ??= new();
        var loss = new LogisticLoss(rows, classes, weights, OutputsOf(count), options.Penalty);
        var (best, lowest) = (new double[loss.Parameters], double.PositiveInfinity);
        var objective = ObjectiveFunction.Gradient(parameters =>
        {
            var gradient = new double[loss.Parameters];
            var value = loss.At(parameters.AsArray(), gradient);
            if (value < lowest)
                (best, lowest) = (parameters.ToArray(), value);

            return (value, Vector<double>.Build.Dense(gradient));
        });
        try
        {
            new LimitedMemoryBfgsMinimizer(options.Tolerance, 0, 0, Memory, options.MaxSteps).FindMinimum(objective, Vector<double>.Build.Dense(loss.Parameters));
        }
        catch (OptimizationException)
        {
            // Where rounding leaves no lower point to be found the search gives up; the lowest one seen is the answer.
        }

        return new(best, count, rows[0].Dimension);
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are of another version, cut short, too long or inconsistent.</exception>
    public static LogisticRegression FromBytes(ReadOnlySpan<byte> bytes) => LogisticBytes.Read(bytes);

    /// <summary>The stored form: version, classes and columns, then the parameters as little-endian doubles.</summary>
    public byte[] ToBytes() => LogisticBytes.Write(this);

    /// <summary>Class probabilities of a row; they sum to 1.</summary>
    /// <param name="row">Of the dimension that was fitted.</param>
    public double[] Predict(SparseVector row) => Softmax.Of(MarginsOf(row));

    /// <summary>The margin of each class; class 0 of two has margin 0.</summary>
    /// <param name="row">Of the dimension that was fitted.</param>
    public double[] MarginsOf(SparseVector row)
    {
        CheckDimension(row);
        var margins = new double[Outputs];
        LogisticLoss.Margins(row, _parameters, margins);
        return Classes == 2 ? [0, margins[0]] : margins;
    }

    /// <summary>What each stored column of a row adds to the margin of a class, in the order of columns.</summary>
    /// <param name="row">Of the dimension that was fitted.</param>
    /// <param name="class">The class; of two classes what speaks for one speaks against the other.</param>
    public IReadOnlyList<ColumnContribution> Contributions(SparseVector row, int @class)
    {
        CheckDimension(row);
        return [.. row.Indices.Zip(row.Values, (column, value) => new ColumnContribution(column, Coefficient(@class, column) * value))];
    }

    /// <summary>The coefficient of a column for a class.</summary>
    public double Coefficient(int @class, int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Dimension, nameof(column));
        return At(@class, column);
    }

    /// <summary>The margin of a class for a row without values.</summary>
    public double Intercept(int @class) => At(@class, Dimension);

    /// <summary>The same without what its intercepts say of how often each class comes.</summary>
    internal LogisticRegression Without(IReadOnlyList<double> rates)
    {
        var parameters = _parameters.ToArray();
        for (var output = 0; output < Outputs; output++)
            parameters[(Dimension * Outputs) + output] -= Classes == 2 ? Math.Log(rates[1] / rates[0]) : Math.Log(rates[output]);

        return new(parameters, Classes, Dimension);
    }

    internal static int OutputsOf(int classes) => classes == 2 ? 1 : classes;

    private double At(int @class, int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)@class, (uint)Classes, nameof(@class));
        return Classes > 2 ? _parameters[column * Outputs + @class] : @class == 1 ? _parameters[column] : -_parameters[column];
    }

    private void CheckDimension(SparseVector row)
    {
        if (row.Dimension != Dimension)
            throw new ArgumentException($"a row of {row.Dimension} columns; this regression knows {Dimension}", nameof(row));
    }

    private static void Check(IReadOnlyList<SparseVector> rows, IReadOnlyList<int> classes, int count, IReadOnlyList<double>? weights)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        if (rows.Count == 0 || rows.Count != classes.Count || (weights is not null && weights.Count != rows.Count))
            throw new ArgumentException($"{rows.Count} rows, {classes.Count} classes, {weights?.Count ?? rows.Count} weights", nameof(rows));

        if (rows.Any(row => row.Dimension != rows[0].Dimension))
            throw new ArgumentException("rows of different dimensions", nameof(rows));

        if (classes.Any(@class => @class < 0 || @class >= count))
            throw new ArgumentException($"a class outside 0..{count - 1}", nameof(classes));

        if (weights is not null && weights.Any(weight => weight < 0 || !double.IsFinite(weight)))
            throw new ArgumentException("a weight that is negative or not finite", nameof(weights));
    }
}
