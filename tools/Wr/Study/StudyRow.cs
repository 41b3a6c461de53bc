namespace WorkflowRecovery.Wr.Study;

/// <summary>One number of the comparison.</summary>
/// <param name="Row">Number of the talk's result that it stands beside; 0 for ours beyond the talk.</param>
/// <param name="Approach">How it was learned.</param>
/// <param name="View">What was looked through.</param>
/// <param name="Target">The question.</param>
/// <param name="Split">How the tasks were parted into those learned from and those judged on.</param>
/// <param name="Metric">What the number is.</param>
/// <param name="Talk">What the talk gives; null where it gives no number.</param>
/// <param name="Mean">Mean over seeds; null where it does not exist.</param>
/// <param name="Spread">Standard deviation over seeds; null with a single seed or where nothing is drawn.</param>
/// <param name="ConstantAnswer">The same number for always answering the rates of the past; null where that has none.</param>
/// <param name="TrainSeconds">Mean wall-clock seconds of learning, on one core.</param>
/// <param name="Records">Tasks learned from and judged on together.</param>
/// <param name="Seeds">Seeds behind the mean.</param>
internal sealed record StudyRow(
    int Row,
    string Approach,
    string View,
    string Target,
    string Split,
    string Metric,
    double? Talk,
    double? Mean,
    double? Spread,
    double? ConstantAnswer,
    double TrainSeconds,
    int Records,
    int Seeds);
