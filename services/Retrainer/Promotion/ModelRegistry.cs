using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Retrainer.Storage;
using WorkflowRecovery.ServiceDefaults.Outgoing;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>Enters candidates with all that is known of them, promotes those that deserve it, and tells the scorers.</summary>
internal sealed class ModelRegistry(IDbContextFactory<RetrainerDatabase> databases, OutgoingPublisher<RetrainerDatabase> outgoing, TimeProvider clock)
{
    private static readonly string CodeVersion =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public async Task<TargetDecision> EnterAsync(
        Guid runId, Target target, TrainingResult result, IReadOnlyList<Example> examples, CancellationToken cancellationToken)
    {
        if (result.Model is not { } model)
            return new(target.Name, Version: null, Promoted: false, result.Refusal!, Metrics: null);

        var origin = NameBasedGuid.Of("candidate", runId, target.Name);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var active = await database.Models.SingleOrDefaultAsync(m => m.Target == target.Name && m.State == ModelState.Active, cancellationToken);
        var duel = active is null ? null : Fight(model, active, examples);
        var (promote, reason) = PromotionPolicy.Decide(model.Metrics.LogLoss, model.Metrics.ConstantLogLoss, duel);
        var candidate = await EnterAsync(database, runId, model, reason, cancellationToken);
        if (promote)
            Promote(database, active, candidate, origin);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await outgoing.PublishAsync(origin, cancellationToken);
        return new(target.Name, candidate.Version, promote, reason, model.Metrics);
    }

    /// <summary>Both judge the tasks that are later than all the active model has learned from and than the twin's past.</summary>
    private static Duel Fight(TrainedModel candidate, ModelRow active, IReadOnlyList<Example> examples)
    {
        using var incumbent = new ActiveModel(ModelArtifact.Load(active.Artifact, active.Sha256), MatrixViews.Tier);
        var border = TimeAndFamilySplit.Of(examples, new TrainingOptions().CalibrateShare, new TrainingOptions().TestShare).TestBorder;
        var tasks = examples
            .Where(example => example.ReportedAt > active.WindowTo && example.ReportedAt >= border)
            .Select(example => (example.Features, Class: candidate.Target.ClassOf(example.Action, example.ParametersGiven)))
            .Where(task => task.Class is not null)
            .ToList();
        return new(
            tasks.Count,
            MeanLoss(tasks.Select(task => candidate.Tested.Predict(task.Features)[task.Class!.Value])),
            MeanLoss(tasks.Select(task => incumbent.Predict(task.Features)[task.Class!.Value])));
    }

    private static double MeanLoss(IEnumerable<double> probabilities) => probabilities.Select(p => -Math.Log(p)).DefaultIfEmpty(0).Average();

    private async Task<ModelRow> EnterAsync(RetrainerDatabase database, Guid runId, TrainedModel model, string reason, CancellationToken cancellationToken)
    {
        var artifact = ModelArtifact.Of(model, MatrixViews.Tier, CodeVersion).ToBytes();
        var versions = database.Models.Where(m => m.Target == model.Target.Name).Select(m => (int?)m.Version);
        var row = new ModelRow
        {
            Target = model.Target.Name,
            Version = (await versions.MaxAsync(cancellationToken) ?? 0) + 1,
            State = ModelState.Candidate,
            Reason = reason,
            RunId = runId,
            Artifact = artifact,
            Sha256 = ModelArtifact.Sha256Of(artifact),
            WindowFrom = model.Window.From,
            WindowTo = model.Window.To,
            Examples = model.Examples,
            Seed = model.Seed,
            CodeVersion = CodeVersion,
            Metrics = JsonSerializer.Serialize(model.Metrics, JsonSerializerOptions.Web),
            CreatedAt = clock.GetUtcNow(),
        };
        database.Models.Add(row);
        return row;
    }

    private void Promote(RetrainerDatabase database, ModelRow? active, ModelRow candidate, Guid origin)
    {
        if (active is not null)
            active.State = ModelState.Retired;
        candidate.State = ModelState.Active;
        candidate.PromotedAt = clock.GetUtcNow();
        var promoted = new ModelPromoted(candidate.Target, candidate.Version, candidate.Sha256);
        database.Outgoing.Add(InsideMessage.Stage(NameBasedGuid.Of("promoted", candidate.Target, candidate.Version), origin, InsideKeys.ModelPromoted, promoted, clock.GetUtcNow()));
    }
}
