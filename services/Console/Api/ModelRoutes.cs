using Microsoft.AspNetCore.Http.HttpResults;
using WorkflowRecovery.Console.Models;

namespace WorkflowRecovery.Console.Api;

/// <summary>The sets of models and where they stand.</summary>
internal static class ModelRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/models", ListAsync).WithSummary("The sets of models, the newest first.");
        api.MapGet("/models/{runId:guid}", OneAsync).WithSummary("A set with its models and its moves.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<List<KnownSet>>> ListAsync(ModelReader models, CancellationToken cancellation) => TypedResults.Ok(await models.SetsAsync(cancellation));

    private static async Task<Results<Ok<SetAnswer>, ProblemHttpResult>> OneAsync(Guid runId, ModelReader models, CancellationToken cancellation)
    {
        if (await models.SetAsync(runId, cancellation) is not { } set)
            return Problems.NotFound("There is no such set of models.");
        var parts = await models.ModelsAsync(runId, cancellation);
        return TypedResults.Ok(new SetAnswer(
            set, [.. parts.Select(part => new ModelAnswer(part.Target, part.Version, part.Sha256, part.WindowFrom, part.WindowTo, part.Examples))],
            await models.MovesAsync(runId, cancellation)));
    }
}

/// <summary>A set of models.</summary>
internal sealed record SetAnswer(KnownSet Set, IReadOnlyList<ModelAnswer> Models, IReadOnlyList<KnownMove> Moves);

/// <summary>The model of one target.</summary>
internal sealed record ModelAnswer(string Target, int Version, string Sha256, DateTimeOffset WindowFrom, DateTimeOffset WindowTo, int Examples);
