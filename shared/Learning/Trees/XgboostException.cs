namespace WorkflowRecovery.Learning.Trees;

/// <summary>XGBoost refused a call; the message is its own.</summary>
public sealed class XgboostException(string message) : Exception(message);
