using Microsoft.AspNetCore.Components;

namespace PolicyTracker.Web.Shared;

/// <summary>Elements that stand within a sentence, for <see cref="SentenceMarkup"/>.</summary>
internal static class Inline
{
    public static RenderFragment<RenderFragment> Strong { get; } = Element("strong");

    public static RenderFragment<RenderFragment> Code { get; } = Element("code");

    public static RenderFragment<RenderFragment> Key { get; } = Element("kbd");

    /// <summary>What is told to screen readers alone.</summary>
    public static RenderFragment<RenderFragment> Hidden { get; } = Element("span", ("class", "sr"));

    public static RenderFragment<RenderFragment> Link(string address) => Element("a", ("href", address));

    /// <summary>A link that looks like a button.</summary>
    public static RenderFragment<RenderFragment> Act(string address) => Element("a", ("class", "do"), ("href", address));

    /// <summary>A link to a file, which the browser keeps under a name.</summary>
    public static RenderFragment<RenderFragment> Download(string address, string name) =>
        Element("a", ("href", address), ("download", name));

    /// <summary>Words of a record, marked where they are of another language than the page.</summary>
    public static RenderFragment Record(string? words) =>
        DisplayText.Lang(words) is { } language
            ? Element("span", ("lang", language))(b => b.AddContent(0, words))
            : b => b.AddContent(0, words);

    /// <summary>A moment, for readers and for programs.</summary>
    public static RenderFragment Time(DateTime utc) =>
        Element("time", ("datetime", DisplayText.Iso(utc)))(b => b.AddContent(0, DisplayText.Time(utc)));

    public static RenderFragment<RenderFragment> Element(string name, params (string Name, object Value)[] attributes) =>
        words =>
            builder =>
            {
                builder.OpenElement(0, name);
                foreach (var (attribute, value) in attributes)
                {
                    builder.AddAttribute(1, attribute, value);
                }

                builder.AddContent(2, words);
                builder.CloseElement();
            };
}
