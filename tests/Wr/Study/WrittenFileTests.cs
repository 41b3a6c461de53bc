using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class WrittenFileTests
{
    [Fact]
    public void A_file_that_can_be_written_is_not_there_afterwards()
    {
        var file = Made.NewFile();

        WrittenFile.Check(file);

        Assert.False(File.Exists(file));
    }

    [Fact]
    public void A_file_that_is_there_keeps_what_it_holds()
    {
        var file = Made.NewFile();
        File.WriteAllText(file, "numbers");

        WrittenFile.Check(file);

        Assert.Equal("numbers", File.ReadAllText(file));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var file = Path.Combine(Made.NewFile("folder"), "out.json");

        Assert.Contains($"{file} cannot be written: there is no folder", Assert.Throws<IOException>(() => WrittenFile.Check(file)).Message);
    }

    [Fact]
    public void A_folder_is_no_file() =>
        Assert.Contains("is a folder", Assert.Throws<IOException>(() => WrittenFile.Check(Path.GetTempPath())).Message);
}
