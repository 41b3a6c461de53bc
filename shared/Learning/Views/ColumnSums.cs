using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// Sums amounts by column and turns the sums into a sparse vector. Amounts are noted as they come and sorted once;
/// those of one column are added in the order in which they came, so that the bits do not depend on the method.
/// </summary>
internal ref struct ColumnSums
{
    private long[] _keys;
    private double[] _amounts;
    private int _count;

    /// <param name="capacity">How many amounts are expected; more are taken too.</param>
    public ColumnSums(int capacity)
    {
        _keys = ArrayPool<long>.Shared.Rent(Math.Max(capacity, 1));
        _amounts = ArrayPool<double>.Shared.Rent(_keys.Length);
    }

    public void Add(int column, double amount)
    {
        if (_count == Math.Min(_keys.Length, _amounts.Length))
            Grow();

        _keys[_count] = ((long)column << 32) | (uint)_count;
        _amounts[_count++] = amount;
    }

    /// <summary>The scaled sums, one per column that was given an amount. Call it once: the buffers go back.</summary>
    public SparseVector ToVector(int dimension, Scaling scaling)
    {
        Array.Sort(_keys, _amounts, 0, _count);
        var columns = Merge();
        var largest = scaling == Scaling.OwnMaximum && columns > 0 ? TensorPrimitives.Max<double>(_amounts.AsSpan(0, columns)) : 1;
        var (indices, values) = (new int[columns], new float[columns]);
        for (var at = 0; at < columns; at++)
        {
            indices[at] = (int)_keys[at];
            values[at] = (float)(scaling == Scaling.Log ? Math.Log(1 + _amounts[at]) : _amounts[at] / largest);
        }

        ArrayPool<long>.Shared.Return(_keys);
        ArrayPool<double>.Shared.Return(_amounts);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(indices), ImmutableCollectionsMarshal.AsImmutableArray(values), dimension);
    }

    /// <summary>Moves the sum of each column to the front; gives the number of columns.</summary>
    private readonly int Merge()
    {
        var columns = 0;
        for (var at = 0; at < _count; at++)
        {
            var column = _keys[at] >> 32;
            if (columns > 0 && _keys[columns - 1] == column)
            {
                _amounts[columns - 1] += _amounts[at];
                continue;
            }

            _keys[columns] = column;
            _amounts[columns++] = _amounts[at];
        }

        return columns;
    }

    private void Grow()
    {
        var (keys, amounts) = (ArrayPool<long>.Shared.Rent(2 * _count), ArrayPool<double>.Shared.Rent(2 * _count));
        Array.Copy(_keys, keys, _count);
        Array.Copy(_amounts, amounts, _count);
        ArrayPool<long>.Shared.Return(_keys);
        ArrayPool<double>.Shared.Return(_amounts);
        (_keys, _amounts) = (keys, amounts);
    }
}
