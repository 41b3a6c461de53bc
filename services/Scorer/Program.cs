using Microsoft.Extensions.Options;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Scorer.Feedback;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Orders;
using WorkflowRecovery.Scorer.Policies;
using WorkflowRecovery.Scorer.Rules;
using WorkflowRecovery.Scorer.Scoring;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.ServiceDefaults.Hosting;
using WorkflowRecovery.ServiceDefaults.Sweeping;

return await RecoveryService.Create(args, "scorer")
    .AddOptions<RecommendationOptions>("Recommendations")
    .AddOptions<ModelOptions>("Models")
    .AddOptions<DecisionOptions>("Decisions")
    .AddOptions<FeedbackOptions>("Feedback")
    .AddOptions<RuleOptions>("Rules")
    .AddOptions<RetentionOptions>("Retention")
    .AddDatabase<ScorerDatabase>()
    .AddSweep<ScorerDatabase>(services => services.GetRequiredService<IOptions<RetentionOptions>>().Value.Tables)
    .AddModels()
    .AddRules()
    .AddPolicy()
    .AddScoring()
    .AddFeedback()
    .AddEndpoints(endpoints => endpoints
        .Inside<MatrixConsumer>("matrices", InsideKeys.MatrixStored)
        .Inside<OperatorActionConsumer>("operator-actions", InsideKeys.OperatorActionAccepted, atOnce: 2)
        .Inside<UndoneActionConsumer>("undone-actions", InsideKeys.UndoneActionAccepted, atOnce: 2)
        .Inside<TakenActionConsumer>("taken-actions", InsideKeys.ActionTakenAccepted, atOnce: 2)
        .Inside<ApprovalConsumer>("approvals", InsideKeys.RecoveryApproved, atOnce: 2)
        .Inside<ApprovalUndoConsumer>("approval-undos", InsideKeys.ApprovalUndone, atOnce: 2)
        .Inside<DepartureConsumer>("departures", InsideKeys.DepartureAccepted, atOnce: 2)
        .Inside<OutcomeConsumer>("outcomes", InsideKeys.OutcomeAccepted, atOnce: 2)
        .Inside<ReplayConsumer>("replays", InsideKeys.ReplaySubmitted, atOnce: 2))
    .RunAsync();
