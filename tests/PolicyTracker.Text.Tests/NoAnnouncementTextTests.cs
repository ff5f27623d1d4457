namespace PolicyTracker.Text.Tests;

/// <summary>What a server shows in place of a page is told from an announcement, before it is kept as one.</summary>
public sealed class NoAnnouncementTextTests
{
    [Theory]
    [InlineData(
        "<!DOCTYPE html>\n<html><head><title>503</title></head><body><h1>503 Service Unavailable</h1><p>Back by 2031.</p></body></html>",
        NoAnnouncementKind.ErrorPage
    )]
    [InlineData("404 Not Found\nnginx/1.24.0", NoAnnouncementKind.ErrorPage)]
    [InlineData(
        "Access Denied\nYou don't have permission to access \"/news/12\" on this server.\nReference #18.7",
        NoAnnouncementKind.ErrorPage
    )]
    [InlineData("Error 403: Forbidden", NoAnnouncementKind.ErrorPage)]
    [InlineData("Page not found. The page you were looking for may have been moved.", NoAnnouncementKind.ErrorPage)]
    [InlineData("This site can’t be reached", NoAnnouncementKind.ErrorPage)]
    [InlineData("很抱歉，您访问的页面不存在", NoAnnouncementKind.ErrorPage)]
    [InlineData("访问被拒绝", NoAnnouncementKind.ErrorPage)]
    [InlineData("You need to enable JavaScript to run this app.", NoAnnouncementKind.ScriptNotice)]
    [InlineData("Checking your browser before accessing the site. Just a moment...", NoAnnouncementKind.ScriptNotice)]
    [InlineData("请启用JavaScript后继续浏览", NoAnnouncementKind.ScriptNotice)]
    [InlineData("请输入验证码，完成安全验证", NoAnnouncementKind.ScriptNotice)]
    [InlineData("We use cookies to improve this service. Accept all cookies or manage cookie settings.", NoAnnouncementKind.CookieNotice)]
    [InlineData("Please log in to continue reading. Forgot your password? Create an account.", NoAnnouncementKind.SignIn)]
    [InlineData("<div class=\"a\"><p>The council will plant trees.</p><p>It will pay for them.</p></div>", NoAnnouncementKind.Markup)]
    [InlineData("<html lang=\"en\"><body>The council will plant trees.</body></html>", NoAnnouncementKind.Markup)]
    [InlineData("This site is under maintenance. Please check back soon.", NoAnnouncementKind.Placeholder)]
    [InlineData("Loading...", NoAnnouncementKind.Placeholder)]
    [InlineData("Seite nicht gefunden", NoAnnouncementKind.Placeholder)]
    [InlineData("ページが見つかりません", NoAnnouncementKind.Placeholder)]
    [InlineData("%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj", NoAnnouncementKind.BinaryFile)]
    [InlineData("{\\rtf1\\ansi The council will plant trees}", NoAnnouncementKind.BinaryFile)]
    [InlineData("{\"items\":[{\"id\":7,\"title\":\"Trees\"}]}", NoAnnouncementKind.Data)]
    [InlineData("body{margin:0;padding:0}.tree{color:green}.root{display:none}", NoAnnouncementKind.ProgramCode)]
    [InlineData("Exception in thread \"main\" java.lang.Oops\n\tat org.example.Trees(Trees.java:5)", NoAnnouncementKind.ProgramCode)]
    [InlineData("Le ministÃ¨re crÃ©era des Ã©coles.", NoAnnouncementKind.DecodedWrongly)]
    [InlineData("Le minist\uFFFDre cr\uFFFDera des \uFFFDcoles.", NoAnnouncementKind.DecodedWrongly)]
    [InlineData("https://example.org/trees.html", NoAnnouncementKind.LoneAddress)]
    [InlineData("2028 – 4,5 – 77 %", NoAnnouncementKind.NoWords)]
    public void A_page_that_is_no_announcement_is_told_for_what_it_is(string text, NoAnnouncementKind kind) =>
        Assert.Equal(kind, NoAnnouncementText.Reason(text));

    [Theory]
    [InlineData("The council will plant 404 trees by 2030.")]
    [InlineData("500 schools will be repaired before the summer.")]
    [InlineData("404 hectares of forest are placed under protection.")]
    [InlineData("500 errors in the register were corrected, the minister said.")]
    [InlineData("The ministry found that access was denied to 300 traders and will change the rule.")]
    [InlineData("The agency will forbid websites to use cookies without consent.")]
    [InlineData("The portal will work without JavaScript by 2027, so that everybody can use it on any device.")]
    [InlineData("Growth was < 2% and > 1% in the north; a <b> tag is not what we mean.")]
    [InlineData("工业和信息化部将建设500个智能工厂。")]
    [InlineData("The road is under maintenance; the bridge will be rebuilt; the ferry runs on; all will be paid by the state.")]
    [InlineData("[Translation] The council will plant trees.")]
    [InlineData("{1} The council will plant trees. {2} It will pay for them, and for the water that they need in dry years.")]
    [InlineData("Read more at https://example.org/trees.html")]
    [InlineData("São Tomé e Príncipe: a população será vacinada; a água será tratada. L’été à Besançon, où l’œuvre naît.")]
    [InlineData("Waiting lists will be shortened: the page on loading bays is revised.")]
    [InlineData("Forbidden areas will be marked anew on all maps of the coast before 2028.")]
    public void An_announcement_that_speaks_of_such_things_is_one(string text) => Assert.Null(NoAnnouncementText.Reason(text));
}
