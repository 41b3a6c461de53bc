using WorkflowRecovery.Learning.Networks.Layers;
using WorkflowRecovery.Learning.Randomness;

namespace WorkflowRecovery.Learning.Networks.Descent;

/// <summary>Moves a network's weights batch by batch. Shards share a batch's work; their size depends on the batch only.</summary>
internal sealed class GradientDescent : IDisposable
{
    private const int ShardsWanted = 8;
    private const int FewestRows = 32;
    private const int MostRows = 256;
    private const int FewWeights = 50_000;

    private readonly Structure structure;
    private readonly LabelledRows sample;
    private readonly NetworkOptions options;
    private readonly Crew crew;
    private readonly Shard[] shards;
    private readonly GradientSum gradient;
    private readonly WeightUpdate update;
    private readonly int[] order;
    private readonly int shardRows;
    private readonly (Action<int> Learn, Action<int> Add, Action<int> Move) jobs;
    private (int Start, int Rows, int Shards) batch;
    private ulong steps;

    public GradientDescent(Structure structure, LabelledRows sample, NetworkOptions options)
    {
        (this.structure, this.sample, this.options) = (structure, sample, options);
        Parameters = structure.Initialize(options.Seed);
        var batchRows = Math.Min(options.BatchSize, sample.Count);
        shardRows = Math.Clamp((batchRows + ShardsWanted - 1) / ShardsWanted, FewestRows, MostRows);
        shards = [.. Enumerable.Range(0, (batchRows + shardRows - 1) / shardRows).Select(_ => new Shard(structure))];
        order = [.. Enumerable.Range(0, sample.Count)];
        gradient = new(structure);
        update = WeightUpdate.Of(options.Optimizer, structure.Parameters);
        crew = new(options.Threads);
        jobs = (Learn, job => gradient.Add(job, shards.AsSpan(0, batch.Shards), Parameters), Move);
    }

    /// <summary>The weights, which every step moves.</summary>
    public float[] Parameters { get; }

    /// <summary>Goes through the sample once.</summary>
    /// <param name="shuffle">Gives the order of the rows.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>The mean loss over the steps as they were taken, with the L2 terms.</returns>
    public double Epoch(Random shuffle, CancellationToken cancellation)
    {
        shuffle.Shuffle(order);
        var loss = 0.0;
        for (var start = 0; start < order.Length; start += options.BatchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = Math.Min(options.BatchSize, order.Length - start);
            batch = (start, rows, (rows + shardRows - 1) / shardRows);
            loss += rows * gradient.L2Loss(Parameters);
            TakeStep();
            for (var shard = 0; shard < batch.Shards; shard++)
                loss += shards[shard].Loss;
        }

        return loss / order.Length;
    }

    /// <summary>The weighted mean loss on other rows.</summary>
    public double LossOn(LabelledRows watched)
    {
        var chunks = new double[(watched.Count + MostRows - 1) / MostRows];
        var step = structure.StepWith(Parameters, training: false, seed: 0);
        crew.Run(shards.Length, shard =>
        {
            for (var chunk = shard; chunk < chunks.Length; chunk += shards.Length)
            {
                var start = chunk * MostRows;
                var rows = Enumerable.Range(start, Math.Min(MostRows, watched.Count - start)).ToArray();
                chunks[chunk] = CrossEntropy.Loss(shards[shard].Pass.Forward(watched.Inputs, rows, step), rows, watched);
            }
        });
        return chunks.Sum() / watched.Count;
    }

    public void Dispose() => crew.Dispose();

    private void TakeStep()
    {
        steps++;
        crew.Run(batch.Shards, jobs.Learn);
        gradient.Begin(Parameters);
        RunOnWeights(gradient.Jobs, jobs.Add);
        if (options.GradientNorm is { } longest)
            gradient.Shorten(longest);

        update.Begin(options.LearningRate);
        RunOnWeights(gradient.Chunks.Length, jobs.Move);
    }

    /// <summary>A few weights are done before another thread would have woken up.</summary>
    private void RunOnWeights(int count, Action<int> job)
    {
        if (structure.Parameters > FewWeights)
            crew.Run(count, job);
        else
            for (var at = 0; at < count; at++)
                job(at);
    }

    private void Learn(int shard)
    {
        var start = shard * shardRows;
        var rows = order.AsSpan(batch.Start + start, Math.Min(shardRows, batch.Rows - start));
        var seed = RandomBits.Part(RandomBits.Part((ulong)options.Seed, steps), (ulong)shard);
        shards[shard].Learn(sample, rows, batch.Rows, structure.StepWith(Parameters, training: true, seed));
    }

    private void Move(int job)
    {
        var chunk = gradient.Chunks[job];
        update.Apply(chunk.Of(Parameters), chunk.Of(gradient.Total), chunk.Start);
    }
}
