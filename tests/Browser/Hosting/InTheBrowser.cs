namespace WorkflowRecovery.Browser.Tests.Hosting;

/// <summary>The tests that share one console.</summary>
[CollectionDefinition(Name)]
public sealed class InTheBrowser : ICollectionFixture<ConsoleInUse>
{
    public const string Name = "in the browser";
}
