namespace PolicyTracker.Text.Tests;

public sealed class LatinTests
{
    [Theory]
    [InlineData("gōngyè hé xìnxīhuà lǜsè", "gongye he xinxihua luse")]
    [InlineData("İstanbul, Łódź, Ærø, Straße", "Istanbul, Lodz, Aero, Strasse")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("工业 5G “the the” 😀", "工业 5G “the the” 😀")]
    public void Marks_go_and_all_else_stays(string text, string plain) => Assert.Equal(plain, Latin.WithoutMarks(text));
}
