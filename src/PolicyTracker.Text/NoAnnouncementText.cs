using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyTracker.Text;

/// <summary>Tells pasted text that is no announcement: the source of a web page, or what a server shows in place of one.</summary>
public static partial class NoAnnouncementText
{
    // What is shown in place of a page is short; an announcement may mention any of it.
    private const int MaxErrorPage = 1_500,
        MaxScriptWall = 3_000,
        Beginning = 200,
        MaxLookedAt = 50_000;

    /// <summary>Why a text is hardly an announcement; null where nothing speaks against it.</summary>
    public static NoAnnouncementKind? Reason(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Length > MaxLookedAt ? text[..MaxLookedAt] : text;
        var words = Tags().Replace(text, " ").Trim();
        var isError =
            words.Length <= MaxErrorPage
            && (
                ErrorTitle().IsMatch(words.Length > Beginning ? words[..Beginning] : words)
                || (words.Length <= MaxErrorPage / 3 && ErrorWords().IsMatch(words))
            );
        if (isError)
        {
            return NoAnnouncementKind.ErrorPage;
        }

        if (words.Length <= MaxErrorPage && ScriptWall().IsMatch(words))
        {
            return NoAnnouncementKind.ScriptNotice;
        }

        if (words.Length <= MaxScriptWall && CookieWall().Count(words) >= 2)
        {
            return NoAnnouncementKind.CookieNotice;
        }

        if (words.Length <= MaxScriptWall && SignInWall().Count(words) >= 2)
        {
            return NoAnnouncementKind.SignIn;
        }

        if (words.Length <= MaxErrorPage / 3 && PlaceHolder().IsMatch(words))
        {
            return NoAnnouncementKind.Placeholder;
        }

        if (NoWords(text) is { } other)
        {
            return other;
        }

        return IsMarkup(text) ? NoAnnouncementKind.Markup : null;
    }

    // What a program reads and nobody else, and what was decoded wrongly on its way.
    private static NoAnnouncementKind? NoWords(string text) =>
        FileStart().IsMatch(text) ? NoAnnouncementKind.BinaryFile
        : IsData(text) || Coded().IsMatch(text) ? NoAnnouncementKind.Data
        : text.Count(c => c is '{' or '}' or ';') is var signs and >= 4 && signs * 25 >= text.Length
        || (text.Length <= MaxScriptWall && Trace().IsMatch(text))
            ? NoAnnouncementKind.ProgramCode
        : Mangled().Count(text) is var mangled and >= 3 && mangled * 300 >= text.Length ? NoAnnouncementKind.DecodedWrongly
        : LoneAddress().IsMatch(text) ? NoAnnouncementKind.LoneAddress
        : !text.Any(char.IsLetter) ? NoAnnouncementKind.NoWords
        : null;

    private static bool IsData(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return false;
        }

        try
        {
            using var data = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // A tag or two may be spoken of; a page begins with one, or has them throughout.
    private static bool IsMarkup(string text) =>
        PageStart().IsMatch(text) || (Tags().Count(text) is var tags and >= 3 && tags * 400 >= text.Length);

    [GeneratedRegex(
        @"^\s*(<\?xml|<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])|<script[\s>][\s\S]*?</script>|<meta\s+(charset|name|property|http-equiv)=",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PageStart();

    [GeneratedRegex(
        @"<script[\s>][\s\S]*?</script>|<style[\s>][\s\S]*?</style>|</?(html|head|body|title|meta|link|script|style|div|span|p|a|br|hr|ul|ol|li|table|thead|tbody|tr|td|th|h[1-6]|img|em|strong|b|i|section|article|header|footer|nav|main|form|input|button|iframe|noscript|blockquote|figure|svg|path|center|font)(\s[^<>]{0,2000})?/?>|<!--[\s\S]{0,2000}?-->|<!doctype[^<>]{0,200}>",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Tags();

    [GeneratedRegex(
        @"^\W*(http\s*(status|error)?\s*(code)?\W*)?(error\W*)?(?<![0-9])(400|401|403|404|405|408|410|429|451|500|501|502|503|504|520|521|522|523|524)(?![0-9%.,])\W*(http\W*)?(error(?!s)|not found|(page|file) (not|could)|forbidden|unauthori[sz]ed|bad (request|gateway)|gateway|internal server|service (temporarily )?unavailable|too many|request timeout|gone|unavailable|method not|origin|web server|connection timed|很抱歉|抱歉|错误|页面|找不到|未找到|禁止|服务器|网关|内部)|^\W*(page (not found|could not be found|unavailable|no longer (exists|available))|not found\b\W|file not found|access (is )?(denied|forbidden|to this page)|forbidden(?=\W*($|you\b|access\b|\n))|permission denied|bad (gateway|request)\b|(internal )?server error|service (temporarily )?unavailable|gateway time-?out|request (blocked|timed out)|this (page|site) (can.?t|cannot|could not) be (reached|found|displayed)|this site can.?t be reached|(the )?connection (was reset|timed out)|sorry, (the|this|that|we) .{0,30}(page|find)|error\s+[0-9]{3}\b)|^\W*(页面(不存在|未找到|没有找到|无法(访问|显示|打开)|已(删除|失效))|无法(访问|显示|找到)(此|该|这个)?(网站|网页|页面)|该(页面|网页)(无法|不存在)|您?(要)?访问的?(页面|网页|内容|文章).{0,6}(不存在|已(被)?(删除|移除)|找不到)|(拒绝访问|访问被拒绝|禁止访问|没有权限访问)|服务器(内部)?错误|网关(错误|超时)|服务(暂时)?不可用|(抱歉|对不起|很抱歉)[，,！!\s].{0,12}(页面|网页|访问|文章))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ErrorTitle();

    [GeneratedRegex(
        @"(HTTP|error|status|code)\W{0,3}(40[0-9]|410|429|451|50[0-9])\b|\b(40[34]|50[0-4])\s+(not found|forbidden|bad gateway|internal server error|service unavailable|gateway)|you (don.?t|do not) have permission to (access|view)|the requested (url|page|resource|document) .{0,80}(not found|could not be found|was rejected)|nginx/[0-9]|apache/[0-9]|ray id:|页面不存在|找不到(该|此|您)?.{0,8}(页面|网页)|访问被拒绝|拒绝访问|您没有权限",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ErrorWords();

    [GeneratedRegex(
        @"(enable|turn on|requires?|activate|need to (enable|turn on))\s+(java\s?script|js\b)|java\s?script (is|has been|seems to be|appears to be|must be|needs to be)\s*(disabled|turned off|required|enabled|switched off|not enabled)|checking (your|if the site|the security of) (browser|connection)|verif(y|ying) (that )?you are (a )?human|are you a robot|complete the (captcha|security check)|unusual traffic from|just a moment\s*(\.\.\.|…)|(请|需要|必须|须).{0,6}(启用|开启|打开|允许).{0,4}java\s?script|(您|你)?的?浏览器.{0,8}(不支持|禁用|未启用|未开启).{0,4}java\s?script|(请|需).{0,4}(输入|完成).{0,4}验证(码)?|安全验证|人机验证|正在(检查|验证).{0,8}浏览器",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ScriptWall();

    [GeneratedRegex(
        @"(we|this (web)?site|our (partners|website)|and our partners)\s+(and our partners )?(use|uses|store)s?\s+(essential |optional |strictly necessary )?cookies|(accept|reject|allow|refuse|decline) (all|additional|optional|analytics|non-essential)( cookies)?|(manage|change|set|customi[sz]e) (your )?(cookie|cookies|consent|privacy) ?(settings|preferences|choices)?|cookie (settings|preferences|policy|notice|consent)|strictly necessary cookies|(接受|同意|拒绝)(所有|全部)?\s*cookie|使用\s*cookie|cookie\s*(设置|政策|声明)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex CookieWall();

    [GeneratedRegex(
        @"(sign|log) ?in (to (continue|read|view|your)|or (register|subscribe|create))|subscribe (now |today )?(to (continue|read|unlock)|for (full|unlimited) access)|already (a subscriber|have an account)|forgot(ten)? (your )?password|create (a free|an) account|remember me|(请|您需要)(先)?登录|登录后(查看|阅读)|忘记密码|立即注册|订阅后(查看|阅读)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SignInWall();

    [GeneratedRegex(
        @"^\W*(loading|please wait|wird geladen|加载中|正在加载)\W*$|\b(this|the|our) (web)?(site|page) is (currently |temporarily )?(under|down for|undergoing) (scheduled )?maintenance|\bdomain (name )?(is|may be) for sale|connection is not private|NET::ERR_|has not archived that url|^\W*((die )?seite (wurde )?(leider )?nicht gefunden|page (introuvable|non trouvée)|p[áa]gina n(o|ão) encontrada|pagina non trovata|страница не найдена|(お探しの)?ページが見つかりません|페이지를 찾을 수 없)|网站(正在)?(维护|升级)中?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PlaceHolder();

    [GeneratedRegex(@"^\s*(%PDF-|\{\\rtf|%!PS)")]
    private static partial Regex FileStart();

    [GeneratedRegex(@"^\s*[A-Za-z0-9+/_=-]{120,}\s*$|^\s*data:[a-z]+/")]
    private static partial Regex Coded();

    [GeneratedRegex(
        @"^\s*at [\w.$<>]+\(|Traceback \(most recent call last\)|\b(Fatal|Parse) error: |\bUncaught \w*(Error|Exception)|Exception in thread ""|Warning: \w+\(\)",
        RegexOptions.Multiline
    )]
    private static partial Regex Trace();

    [GeneratedRegex("\uFFFD|Ã[\u0080-\u00BF]|â€[\u0080-\u00BF\u2018-\u2122œ]|ï¿½|ä¸|é‡|ç®|å›|æœ")]
    private static partial Regex Mangled();

    [GeneratedRegex(@"^\s*(https?://|www\.)\S+\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex LoneAddress();
}
