using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class MetricsTests
{
    [Fact]
    public void Two_classes_have_areas_beside_those_of_the_constant_answer()
    {
        var metrics = Of(Made.Answered(Made.Experiment(), [0.9, 0.4, 0.6, 0.1], [true, true, false, false]));

        Assert.Equal((0.75, 0.5), metrics[Metrics.Auroc]);
        Near(5.0 / 6, 0.5, metrics[Metrics.PrArea]);
        Assert.Equal((0.5, 0.5), metrics[Metrics.Accuracy]);
        Assert.Equal((0.5, 0.5), metrics[Metrics.MacroRecall]);
    }

    [Fact]
    public void The_constant_answer_is_judged_by_the_same_measures()
    {
        var (_, constant) = Of(Made.Answered(Made.Experiment(), [0.9, 0.1, 0.1, 0.1], [true, false, false, false]))[Metrics.LogLoss];

        Assert.Equal(-(Math.Log(0.1) + (3 * Math.Log(0.9))) / 4, constant!.Value, 12);
    }

    [Fact]
    public void The_calibration_error_of_two_classes_is_that_of_the_second_one()
    {
        var metrics = Of(Made.Answered(Made.Experiment(), [0.3, 0.3, 0.3, 0.3], [true, false, false, false]));

        Near(0.05, 0.15, metrics[Metrics.CalibrationError]);
    }

    [Fact]
    public void More_classes_have_no_areas()
    {
        var experiment = Made.Experiment(target: RecoveryTargets.Memory);
        var metrics = Of(new(experiment, 1, [0, 1], [0, 3], [[0.7, 0.1, 0.1, 0.1], [0.4, 0.3, 0.2, 0.1]], [0.7, 0.1, 0.1, 0.1], 1, 10));

        Assert.Equal([Metrics.Accuracy, Metrics.MacroRecall, Metrics.LogLoss, Metrics.Brier, Metrics.CalibrationError], metrics.Keys);
        Assert.Equal((0.5, 0.5), metrics[Metrics.MacroRecall]);
    }

    [Fact]
    public void One_class_alone_has_no_area_under_the_curve() =>
        Assert.Equal((null, 0.5), Of(Made.Answered(Made.Experiment(), [0.3, 0.4], [false, false]))[Metrics.Auroc]);

    private static Dictionary<string, (double? Value, double? Constant)> Of(Answered answered) =>
        Metrics.Of(answered).ToDictionary(metric => metric.Name, metric => (metric.Value, metric.Constant));

    private static void Near(double value, double constant, (double? Value, double? Constant) metric)
    {
        Assert.Equal(value, metric.Value!.Value, 12);
        Assert.Equal(constant, metric.Constant!.Value, 12);
    }
}
