using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Anchoring;

/// <summary>The English words, in small letters, by which a negation and what it reaches are told.</summary>
internal static class NegationWords
{
    /// <summary>Words that deny by themselves.</summary>
    public static HashSet<string> Direct { get; } =
        WordSet.Of("not never cannot nor neither no none nobody nothing hardly scarcely barely rarely seldom nowhere");

    /// <summary>Verbs and words that say that what follows is not done.</summary>
    public static HashSet<string> Refusals { get; } =
        WordSet.Of(
            """
            refuse refuses refused refusing decline declines declined declining fail fails failed failing unable unwilling
            reluctant unlikely refrain refrains refrained refraining desist abstain abstains prohibit prohibits prohibited
            prohibiting forbid forbids forbade forbidden forbidding prevent prevents prevented preventing barred ban bans
            banned banning avoid avoids avoided avoiding without oppose opposes opposed opposing lest unless dissuade
            dissuaded discourage discouraged
            """
        );

    /// <summary>The same where a gerund follows ("stop closing"); else nouns, or words of place.</summary>
    public static HashSet<string> RefusalsOfGerunds { get; } =
        WordSet.Of(
            """
            stop stops stopped stopping cease ceases ceased against end ends ended halt halts halted quit reject rejects
            rejected rejecting pause pauses paused suspend suspends suspended abandon abandons abandoned
            """
        );

    /// <summary>Verbs that may take a negation.</summary>
    public static HashSet<string> Modals { get; } =
        WordSet.Of("will shall would should must may might can could is are am was were be been being do does did has have had ought need");

    /// <summary>May stand between a negation and its verb.</summary>
    public static HashSet<string> Light { get; } =
        WordSet.Of(
            """
            be been being have has had is are was were do does did to again ever yet longer any at all in even still now then
            also just simply anyway either both going go able allowed permitted entitled authorised authorized required
            obliged expected supposed meant intended intending intend intends plan plans planned planning propose proposes
            proposed seek seeks sought seeking want wants wanted wish wishes aim aims aimed try tries tried trying agree
            agreed decide decided choose chosen ready prepared willing free due likely set continue continues need needs “ " ‘
            ' ( [
            """
        );

    /// <summary>Where another clause begins, or the sense turns.</summary>
    public static HashSet<string> Turns { get; } =
        WordSet.Of(
            """
            but that which who whom whose if because while when whereas although though unless until so since where whether
            how why than instead ; : — –
            """
        );

    /// <summary>Words that are no verb.</summary>
    public static HashSet<string> FunctionWords { get; } =
        WordSet.Of(
            """
            the a an its their our his her this that these those such any some all each every no of for in on at by to from
            with and or as than it they we he she you i
            """
        );

    /// <summary>Behind "not" they deny nothing: "not only", "not too long ago".</summary>
    public static HashSet<string> BehindNot { get; } = WordSet.Of("too long only just merely simply solely least later less fewer more");
}
