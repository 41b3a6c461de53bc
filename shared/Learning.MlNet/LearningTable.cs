using Microsoft.ML;
using Microsoft.ML.Data;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.MlNet;

/// <summary>Rows as ML.NET reads them; what is zero in them stays unsaid.</summary>
internal static class LearningTable
{
    /// <summary>Rows to learn from or to watch.</summary>
    public static IDataView Of(MLContext context, LearningRows rows)
    {
        var weights = rows.Weights(HalfLives.Ever);
        return Of(context, [.. rows.Features.Select((row, at) => RowOf(row, rows.Classes[at] == 1, (float)weights[at]))]);
    }

    /// <summary>Rows to answer.</summary>
    public static IDataView Of(MLContext context, IReadOnlyList<SparseVector> rows) => Of(context, [.. rows.Select(row => RowOf(row, second: false, weight: 1))]);

    private static IDataView Of(MLContext context, Row[] rows)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows[0].Features.Length);
        return context.Data.LoadFromEnumerable(rows, schema);
    }

    private static Row RowOf(SparseVector row, bool second, float weight) => new()
    {
        Features = new(row.Dimension, row.Indices.Length, [.. row.Values], [.. row.Indices]),
        Label = second,
        Weight = weight,
    };

    internal sealed class Row
    {
        public VBuffer<float> Features { get; init; }

        public bool Label { get; init; }

        public float Weight { get; init; }
    }
}
