using System.Diagnostics;
using NpgsqlTypes;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.ServiceDefaults.Wire;
using WorkflowRecovery.Wr.Instances;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>The floor of an import: the same tasks written as JSON and copied into one table without any index.</summary>
internal static class RawInsert
{
    public static async Task<TimeSpan> RunAsync(RunningInstance instance, IReadOnlyList<PastTask> tasks, CancellationToken cancellation)
    {
        await using var connection = await instance.Database.OpenConnectionAsync(cancellation);
        await using var create = connection.CreateCommand();
        create.CommandText = "create temporary table raw_task (task text not null, reported_at timestamptz not null, body text not null)";
        await create.ExecuteNonQueryAsync(cancellation);
        var watch = Stopwatch.StartNew();
        await using (var copy = await connection.BeginBinaryImportAsync("copy raw_task (task, reported_at, body) from stdin (format binary)", cancellation))
        {
            foreach (var task in tasks)
            {
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(task.Event.Task, NpgsqlDbType.Text, cancellation);
                await copy.WriteAsync(task.Event.ReportedAt.UtcDateTime, NpgsqlDbType.TimestampTz, cancellation);
                await copy.WriteAsync(System.Text.Encoding.UTF8.GetString(WireJson.Write(task)), NpgsqlDbType.Text, cancellation);
            }

            await copy.CompleteAsync(cancellation);
        }

        return watch.Elapsed;
    }
}
