using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Featurizer.Tests.Storage;

public sealed class TableTests(RunningStores stores) : IClassFixture<RunningStores>
{
    [Fact]
    public async Task The_migrated_tables_are_those_that_the_code_expects()
    {
        await using var database = await stores.Databases.CreateDbContextAsync(TestContext.Current.CancellationToken);

        Assert.Empty(await SchemaAgreement.DisagreementsAsync(database, TestContext.Current.CancellationToken));
    }
}
