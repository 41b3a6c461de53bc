using CsCheck;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Learning.Text;
using static WorkflowRecovery.Learning.Tests.Views.Matrices;

namespace WorkflowRecovery.Learning.Tests.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Failed to OPEN the file.", "failed to open the file")]
    [InlineData("Error: maxRSS: 2300 Job has RSS: 2539", "error maxrss <number> job has rss <number>")]
    [InlineData("after 12.5 s, 2300MB on 2018-07-06 at 00:21:24 (-3)", "after <number> s <number> on <number> at <number> <number>")]
    [InlineData("root://xrootd-cms.infn.it//store/mc/A/BA6C.root gone, see /tmp and a/b/c", "<path> gone see <path> and <path>")]
    [InlineData("either/or", "either or")]
    [InlineData("stage-in at T1_ES_PIC, then 'T2_US_MIT'.", "stage in at <site> then <site>")]
    [InlineData("at 0x7ffe12ab id BA6C0F3D-11AA deadbeef", "at <hex> id <hex> deadbeef")]
    [InlineData("task_HIG-RunIIFall17DR-00001 on b6a75s4c12", "<id> on <id>")]
    [InlineData("XrdFile::readv() of cmsRun1 in recoTracks_generalTracks__RECO", "xrdfile readv of cmsrun1 in recotracks_generaltracks__reco")]
    [InlineData("Report.3494.pkl [3011] #4", "report <number> pkl <number> <number>")]
    [InlineData("<number> ... --- ''", "number")]
    [InlineData(" \t\r\n ", "")]
    [InlineData("Größe ΔT 日本", "größe δt 日本")]
    public void A_text_becomes_words(string text, string words) => Assert.Equal(words, string.Join(' ', Tokenizer.WordsOf(text)));

    [Fact]
    public void What_is_too_long_to_be_a_word_is_one_word()
    {
        Assert.Equal([Placeholders.Overlong], Tokenizer.WordsOf(new string('a', Tokenizer.LongestWord + 1) + "!"));
        Assert.Equal([Placeholders.Overlong, "end"], Tokenizer.WordsOf(string.Concat(Enumerable.Repeat("ab,", 100_000)) + "x end"));
        Assert.Single(Tokenizer.WordsOf(new string('a', Tokenizer.LongestWord)), word => word.Length == Tokenizer.LongestWord);
    }

    [Fact]
    public void Any_text_gives_bounded_words_of_letters_digits_and_underscores() => Gen.String.Sample(text =>
    {
        var words = Tokenizer.WordsOf(text);
        Assert.True(words.Length <= Math.Min(text.Length, Tokenizer.MostWords));
        Assert.All(words, word => Assert.True(word is ['<', .., '>'] || (word.Length is > 0 and <= Tokenizer.LongestWord && word.All(c => char.IsLetterOrDigit(c) || c == '_'))));
    }, iter: 2000);

    [Fact]
    public void A_task_has_at_most_four_hundred_words_over_all_its_logs()
    {
        var log = new TaskLog(92, "T2_US_MIT", string.Join(' ', Enumerable.Repeat("word", 150)));
        var task = Task("w", DateTimeOffset.UnixEpoch) with { Logs = [log, log, log] };
        Assert.Equal(Tokenizer.MostWords, Tokenizer.WordsOf(task).Length);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_word() => Assert.Equal(["a", "b"], Tokenizer.WordsOf("a\ud83d b\udc00"));
}
