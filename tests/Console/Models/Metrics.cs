namespace WorkflowRecovery.Console.Tests.Models;

/// <summary>What a training stores beside a model.</summary>
internal static class Metrics
{
    public const string WithCurves =
        """
        {"approach":"trees","view":"tier","temperature":1,"logLoss":0.5,"constantLogLoss":0.9,
         "splits":{"by time and workflow":{"trainExamples":10,"calibrateExamples":5,"testExamples":5,"logLoss":0.5,"constantLogLoss":0.9,"brier":0.3,
           "accuracy":0.8,"constantAccuracy":0.6,"calibrationError":0.02,"auroc":[0.75,null],"averagePrecision":[0.7,null],"recall":[0.9,null]}},
         "candidates":[],
         "curves":{"format":1,"classes":[{"class":"acdc","positives":1,"rows":5,
           "roc":[{"falsePositiveRate":0,"truePositiveRate":0},{"falsePositiveRate":0.5,"truePositiveRate":1},{"falsePositiveRate":1,"truePositiveRate":1}],
           "reliability":[{"probability":0.1,"share":0.2,"count":5}]}]}}
        """;

    public const string OfPlans = """{"logLoss":0.61,"constantLogLoss":1.2,"plans":null,"check":{"workflows":50,"actionCoverage":0.96,"planCoverage":0.951,"onePlan":0.4,"onePlanRight":0.9}}""";
}
