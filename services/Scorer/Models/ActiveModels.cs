namespace WorkflowRecovery.Scorer.Models;

/// <summary>Holds the set in use; readers take it once and keep it for one answer.</summary>
internal sealed class ActiveModels
{
    private ModelSet _current = ModelSet.None;

    public ModelSet Current => Volatile.Read(ref _current);

    /// <summary>The set that was in use may still be answering somewhere; its handles are freed when nobody holds it.</summary>
    public void Swap(ModelSet next) => Volatile.Write(ref _current, next);
}
