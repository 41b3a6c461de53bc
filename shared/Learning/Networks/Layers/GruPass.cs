using System.Numerics.Tensors;
using WorkflowRecovery.Learning.Networks.Arithmetic;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>
/// Runs a <see cref="GruLayer"/> over all texts of a shard at once, time by time. The rows of a time are in the order of
/// <see cref="WordOrder"/>, so that the state before a row is the same row of the time before.
/// </summary>
internal sealed class GruPass(GruLayer layer, MatrixProduct product, WordOrder order) : LayerPass
{
    private readonly int units = layer.Units;
    private readonly Signal output = new();
    private readonly Signal gates = new();
    private readonly Signal fromState = new();
    private readonly Signal before = new();
    private readonly Signal after = new();
    private readonly Signal gateGradients = new();
    private readonly Signal stateGradients = new();
    private readonly Signal inputGradients = new();
    private Signal input = new();

    public override Signal Forward(Signal input, Step step)
    {
        this.input = input;
        gates.Resize(input.Rows, 3 * units);
        Biases.Fill(gates.Values, layer.InputBiases.Of(step.OfLayers));
        product.Add(gates.Values, MatrixView.Of(input.Values, input.Rows, layer.Inputs), layer.W(step));
        fromState.Resize(input.Rows, 3 * units).Clear();
        before.Resize(input.Rows, units);
        after.Resize(input.Rows, units);
        for (var time = 0; time < order.Times; time++)
            Forward(time, step);

        return LastStates();
    }

    public override Signal? Backward(Signal gradients, Step step, Span<float> total, bool inputWanted)
    {
        gateGradients.Resize(input.Rows, 3 * units);
        stateGradients.Resize(order.Texts, units);
        for (var row = 0; row < order.Texts; row++)
            gradients.Row(order.ByLength[row]).CopyTo(stateGradients.Row(row));

        for (var time = order.Times - 1; time >= 0; time--)
            Backward(time, step);

        AddWeightGradients(total);
        if (!inputWanted)
            return null;

        inputGradients.Resize(input.Rows, input.Width).Clear();
        product.Add(inputGradients.Values, GatesOf(gateGradients), layer.W(step).Transposed);
        return inputGradients;
    }

    private void Forward(int time, Step step)
    {
        var (start, running) = (order.StartOf(time), order.RunningAt(time));
        var states = before.RowsAt(start, running);
        if (time == 0)
            states.Clear();
        else
            after.RowsAt(order.StartOf(time - 1), running).CopyTo(states);

        product.Add(fromState.RowsAt(start, running), MatrixView.Of(states, running, units), layer.U(step));
        for (var row = start; row < start + running; row++)
            Forward(row, layer.StateBiases.Of(step.OfLayers));
    }

    /// <summary>One word of one text; leaves r, z, n in the gates and h Un + c in its place of the sums from the state.</summary>
    private void Forward(int row, ReadOnlySpan<float> stateBiases)
    {
        var resetAndUpdate = gates.Row(row)[..(2 * units)];
        var candidate = gates.Row(row)[(2 * units)..];
        var sums = fromState.Row(row);
        var recalled = sums[(2 * units)..];
        var next = after.Row(row);
        TensorPrimitives.Add(resetAndUpdate, sums[..(2 * units)], resetAndUpdate);
        TensorPrimitives.Sigmoid(resetAndUpdate, resetAndUpdate);
        TensorPrimitives.Add(recalled, stateBiases, recalled);
        TensorPrimitives.MultiplyAdd(resetAndUpdate[..units], recalled, candidate, candidate);
        TensorPrimitives.Tanh(candidate, candidate);
        TensorPrimitives.Subtract(before.Row(row), candidate, next);
        TensorPrimitives.MultiplyAdd(next, resetAndUpdate[units..], candidate, next);
    }

    private Signal LastStates()
    {
        output.Resize(order.Texts, units).Clear();
        for (var time = 0; time < order.Times; time++)
        {
            var going = time + 1 < order.Times ? order.RunningAt(time + 1) : 0;
            for (var row = going; row < order.RunningAt(time); row++)
                after.Row(order.StartOf(time) + row).CopyTo(output.Row(order.ByLength[row]));
        }

        return output;
    }

    private void Backward(int time, Step step)
    {
        var (start, running) = (order.StartOf(time), order.RunningAt(time));
        for (var row = 0; row < running; row++)
            Backward(start + row, stateGradients.Row(row));

        product.Add(
            stateGradients.RowsAt(0, running), MatrixView.Of(fromState.RowsAt(start, running), running, 3 * units), layer.U(step).Transposed);
    }

    /// <summary>
    /// One word of one text: from the gradient of the state after it to those of the gates' sums, kept for the weights, and
    /// of the state before it as far as the gates do not stand between. What came from the state is no longer needed then
    /// and makes room for the gradients of h U.
    /// </summary>
    private void Backward(int row, Span<float> state)
    {
        var gate = gates.Row(row);
        var sums = fromState.Row(row);
        var gradients = gateGradients.Row(row);
        var old = before.Row(row);
        for (var unit = 0; unit < units; unit++)
        {
            var (reset, update, candidate) = (gate[unit], gate[units + unit], gate[2 * units + unit]);
            var candidateSum = state[unit] * (1 - update) * (1 - candidate * candidate);
            var resetSum = candidateSum * sums[2 * units + unit] * reset * (1 - reset);
            var updateSum = state[unit] * (old[unit] - candidate) * update * (1 - update);
            (gradients[unit], gradients[units + unit], gradients[2 * units + unit]) = (resetSum, updateSum, candidateSum);
            (sums[unit], sums[units + unit], sums[2 * units + unit]) = (resetSum, updateSum, candidateSum * reset);
            state[unit] *= update;
        }
    }

    private void AddWeightGradients(Span<float> total)
    {
        Biases.AddRows(gateGradients.Values, layer.InputBiases.Of(total));
        product.Add(layer.InputWeights.Of(total), MatrixView.Of(input.Values, input.Rows, layer.Inputs).Transposed, GatesOf(gateGradients));
        product.Add(layer.StateWeights.Of(total), MatrixView.Of(before.Values, input.Rows, units).Transposed, GatesOf(fromState));
        var stateBiases = layer.StateBiases.Of(total);
        for (var row = 0; row < input.Rows; row++)
            TensorPrimitives.Add(fromState.Row(row)[(2 * units)..], stateBiases, stateBiases);
    }

    private MatrixView GatesOf(Signal signal) => MatrixView.Of(signal.Values, signal.Rows, 3 * units);
}
