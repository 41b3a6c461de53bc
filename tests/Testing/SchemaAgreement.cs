using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace WorkflowRecovery.Testing;

/// <summary>Holds the tables that the migrations made against those that the model of a service expects.</summary>
public static class SchemaAgreement
{
    private const string Columns =
        """
        select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull,
               coalesce(a.attnum = any (k.conkey), false)
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
        where c.relkind = 'r' and n.nspname = @schema
        """;

    /// <summary>
    /// Every difference in columns, types, nullability and primary keys as a sentence; empty when both agree.
    /// Tables that the model does not know are left out of account.
    /// </summary>
    /// <param name="database">A context on the migrated database.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<IReadOnlyList<string>> DisagreementsAsync(DbContext database, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        var found = new List<string>();
        foreach (var schema in database.Model.GetRelationalModel().Tables.GroupBy(table => table.Schema ?? "public"))
        {
            var tables = schema.ToList();
            var expected = tables.SelectMany(Expected).ToList();
            var migrated = (await MigratedAsync(database, schema.Key, cancellation)).Where(column => tables.Exists(table => table.Name == column.Table)).ToList();
            found.AddRange(expected.Except(migrated).Select(column => $"the model has {column}, the migrated tables have not"));
            found.AddRange(migrated.Except(expected).Select(column => $"the migrated tables have {column}, the model has not"));
        }

        return found;
    }

    private static IEnumerable<Column> Expected(ITable table) => table.Columns.Select(column => new Column(
        table.Name, column.Name, column.StoreType, column.IsNullable, table.PrimaryKey!.Columns.Contains(column)));

    private static async Task<List<Column>> MigratedAsync(DbContext database, string schema, CancellationToken cancellation)
    {
        await database.Database.OpenConnectionAsync(cancellation);
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = Columns;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("schema", schema);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var columns = new List<Column>();
        while (await reader.ReadAsync(cancellation))
            columns.Add(Read(reader));
        return columns;
    }

    private static Column Read(DbDataReader reader) =>
        new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetBoolean(3), reader.GetBoolean(4));

    private sealed record Column(string Table, string Name, string Type, bool Nullable, bool InKey)
    {
        public override string ToString() => $"{Table}.{Name} as {Type}, {(Nullable ? "nullable" : "not null")}{(InKey ? ", in the primary key" : "")}";
    }
}
