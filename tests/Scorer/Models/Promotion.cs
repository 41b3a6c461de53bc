using WorkflowRecovery.Scorer.Tests.Storage;

namespace WorkflowRecovery.Scorer.Tests.Models;

/// <summary>What a training leaves behind when its models are promoted, or go into shadow.</summary>
internal static class Promotion
{
    /// <summary>Makes models active, and retires those that were; returns their training.</summary>
    public static async Task<Guid> PromoteAsync(this RunningStores stores, int version, IReadOnlyList<StoredModel> models)
    {
        await stores.RunAsOwnerAsync("update retrainer.model_set set state = 'retired' where state = 'active'");
        return await stores.EnterAsync("active", version, models);
    }

    /// <summary>Puts models into shadow; returns their training.</summary>
    public static Task<Guid> ShadowAsync(this RunningStores stores, int version, IReadOnlyList<StoredModel> models) =>
        stores.EnterAsync("shadow", version, models);

    /// <summary>Removes all models.</summary>
    public static Task ForgetModelsAsync(this RunningStores stores) =>
        stores.RunAsOwnerAsync("truncate retrainer.model, retrainer.model_move, retrainer.model_set");

    /// <summary>What scorers are told when the promotion is there.</summary>
    public static Task TellAsync(this RunningStores stores) => stores.RunAsOwnerAsync("select pg_notify('models_promoted', '')");

    private static async Task<Guid> EnterAsync(this RunningStores stores, string state, int version, IReadOnlyList<StoredModel> models)
    {
        var run = Guid.NewGuid();
        await stores.RunAsOwnerAsync("insert into retrainer.training (run_id, cause, state, done, requested_at) values ($1, 'test', 'done', 1, now())", run);
        await stores.RunAsOwnerAsync(
            "insert into retrainer.model_set (run_id, state, reason, entered_at, promoted_at) values ($1, $2, '', now(), now())", run, state);
        foreach (var model in models)
        {
            await stores.RunAsOwnerAsync(
                """
                insert into retrainer.model (target, version, run_id, artifact, sha256, window_from, window_to, examples, seed, code_version, metrics, created_at)
                values ($1, $2, $3, $4, $5, now(), now(), 1, 1, 'test', '{}', now())
                """, model.Target, version, run, model.Artifact, model.Sha256);
        }

        return run;
    }
}
