namespace WorkflowRecovery.Learning.Trees;

/// <summary>The native XGBoost library is not on this machine.</summary>
public sealed class XgboostMissingException()
    : Exception("The XGBoost library (libxgboost.so.0) was not found. On Debian, install the package libxgboost0.");
