using Microsoft.Win32.SafeHandles;

namespace WorkflowRecovery.Learning.Trees;

/// <summary>A native data matrix.</summary>
internal sealed class MatrixHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle() => XgboostNative.FreeMatrix(handle) == 0;
}

/// <summary>A native booster.</summary>
internal sealed class BoosterHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle() => XgboostNative.FreeBooster(handle) == 0;
}
