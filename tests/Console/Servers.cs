using WorkflowRecovery.Testing;

[assembly: AssemblyFixture(typeof(TestServers))]
