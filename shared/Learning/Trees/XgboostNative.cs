using System.Reflection;
using System.Runtime.InteropServices;

namespace WorkflowRecovery.Learning.Trees;

/// <summary>The part of the C interface of XGBoost 1.7 that is used here (its header: xgboost/c_api.h).</summary>
internal static unsafe partial class XgboostNative
{
    private const string Library = "xgboost";

    static XgboostNative() => NativeLibrary.SetDllImportResolver(typeof(XgboostNative).Assembly, Resolve);

    /// <summary>Turns a return code into an exception with the library's own words.</summary>
    public static void Check(int result)
    {
        if (result != 0)
            throw new XgboostException((Marshal.PtrToStringUTF8(LastError()) ?? "XGBoost failed without a message").Split("\nStack trace:")[0].Trim());
    }

    [LibraryImport(Library, EntryPoint = "XGBGetLastError")]
    private static partial nint LastError();

    [LibraryImport(Library, EntryPoint = "XGDMatrixCreateFromCSREx")]
    public static partial int CreateMatrix(nuint* rowStarts, uint* columns, float* values, nuint starts, nuint elements, nuint width, out MatrixHandle matrix);

    [LibraryImport(Library, EntryPoint = "XGDMatrixSetFloatInfo", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetInfo(MatrixHandle matrix, string field, float* values, ulong length);

    [LibraryImport(Library, EntryPoint = "XGDMatrixFree")]
    public static partial int FreeMatrix(nint matrix);

    [LibraryImport(Library, EntryPoint = "XGBoosterCreate")]
    public static partial int CreateBooster(nint* matrices, ulong count, out BoosterHandle booster);

    [LibraryImport(Library, EntryPoint = "XGBoosterFree")]
    public static partial int FreeBooster(nint booster);

    [LibraryImport(Library, EntryPoint = "XGBoosterSetParam", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetParameter(BoosterHandle booster, string name, string value);

    [LibraryImport(Library, EntryPoint = "XGBoosterUpdateOneIter")]
    public static partial int Update(BoosterHandle booster, int round, MatrixHandle matrix);

    [LibraryImport(Library, EntryPoint = "XGBoosterSlice")]
    public static partial int Slice(BoosterHandle booster, int begin, int end, int step, out BoosterHandle slice);

    [LibraryImport(Library, EntryPoint = "XGBoosterBoostedRounds")]
    public static partial int Rounds(BoosterHandle booster, out int rounds);

    [LibraryImport(Library, EntryPoint = "XGBoosterGetNumFeature")]
    public static partial int Features(BoosterHandle booster, out ulong features);

    [LibraryImport(Library, EntryPoint = "XGBoosterPredictFromDMatrix", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Predict(BoosterHandle booster, MatrixHandle matrix, string config, out ulong* shape, out ulong dimensions, out float* result);

    [LibraryImport(Library, EntryPoint = "XGBoosterPredictFromCSR", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int PredictRow(
        BoosterHandle booster, string rowStarts, string columns, string values, ulong width, string config, nint proxy, out ulong* shape, out ulong dimensions, out float* result);

    [LibraryImport(Library, EntryPoint = "XGBoosterSaveModelToBuffer", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Save(BoosterHandle booster, string config, out ulong length, out byte* bytes);

    [LibraryImport(Library, EntryPoint = "XGBoosterLoadModelFromBuffer")]
    public static partial int Load(BoosterHandle booster, byte* bytes, ulong length);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
            return 0;

        return NativeLibrary.TryLoad("libxgboost.so.0", assembly, path, out var handle) || NativeLibrary.TryLoad("libxgboost.so", assembly, path, out handle)
            ? handle
            : throw new XgboostMissingException();
    }
}
