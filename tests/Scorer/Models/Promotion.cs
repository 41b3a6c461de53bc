using WorkflowRecovery.Scorer.Tests.Storage;

namespace WorkflowRecovery.Scorer.Tests.Models;

/// <summary>What a training leaves behind when its models are promoted.</summary>
internal static class Promotion
{
    public static async Task PromoteAsync(this RunningStores stores, int version, IReadOnlyList<StoredModel> models)
    {
        var run = Guid.NewGuid();
        await stores.RunAsOwnerAsync("insert into retrainer.training (run_id, cause, state, done, requested_at) values ($1, 'test', 'done', 1, now())", run);
        await stores.RunAsOwnerAsync("update retrainer.model set state = 'retired'");
        foreach (var model in models)
        {
            await stores.RunAsOwnerAsync(
                """
                insert into retrainer.model (target, version, state, reason, run_id, artifact, sha256, window_from, window_to, examples, seed, code_version, metrics, created_at, promoted_at)
                values ($1, $2, 'active', '', $3, $4, $5, now(), now(), 1, 1, 'test', '{}', now(), now())
                """, model.Target, version, run, model.Artifact, model.Sha256);
        }
    }

    /// <summary>What scorers are told when the promotion is there.</summary>
    public static Task TellAsync(this RunningStores stores) => stores.RunAsOwnerAsync("select pg_notify('models_promoted', '')");
}
