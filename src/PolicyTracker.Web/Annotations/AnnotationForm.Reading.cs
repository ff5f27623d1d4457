using System.Globalization;
using System.Text.Json.Serialization;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Annotations;

// What the program reads in words, as fields.
public sealed partial class AnnotationForm
{
    /// <summary>
    /// Fills in what was read in the marked words: what is empty, and what was filled in before and not changed since. What an editor
    /// typed or chose stays.
    /// </summary>
    internal void Fill(AnnotationForm read)
    {
        var before = Read ?? new();
        Title = Filled(Title, before.Title, read.Title);
        Value = Filled(Value, before.Value, read.Value);
        Unit = Filled(Unit, before.Unit, read.Unit);
        Scale = Filled(Scale, before.Scale, read.Scale);
        Period = Filled(Period, before.Period, read.Period);
        Chinese = Filled(Chinese, before.Chinese, read.Chinese);
        Pinyin = Filled(Pinyin, before.Pinyin, read.Pinyin);
        Comparator = Filled(Comparator, before.Comparator, read.Comparator);
        IsTarget = Filled(IsTarget, before.IsTarget, read.IsTarget);
        Existing = Filled(Existing, before.Existing, read.Existing);
        Indicator = Filled(Indicator, before.Indicator, read.Indicator);
        Responsible = Filled(Responsible, before.Responsible, read.Responsible);
        Initiative = Filled(Initiative, before.Initiative, read.Initiative);
        Due = Filled(Due, before.Due, read.Due);
        On = Filled(On, before.On, read.On);
        Follows = Filled(Follows, before.Follows, read.Follows);
        FollowsId = Filled(FollowsId, before.FollowsId, read.FollowsId);
        Topics = Topics.Count == 0 || Topics.SequenceEqual(before.Topics) ? [.. read.Topics] : Topics;

        // The last pillar and goal stay, unless others are sure.
        Goal = read.Goal is not null && (Goal is null || Read is null || Goal == before.Goal) ? read.Goal : Goal;
        Pillar = read.Pillar is not null && (Pillar is null || Read is null || Pillar == before.Pillar) ? read.Pillar : Pillar;
        (Read, read.Exact) = (read, Exact);
    }

    /// <summary>Whether what the marked words say is filled in, as far as anything is.</summary>
    [JsonIgnore]
    public bool IsFilled => Annotation is not null || Read?.Exact == Exact;

    private static T Filled<T>(T now, T before, T read) =>
        EqualityComparer<T>.Default.Equals(now, before) || now is null or "" ? read : now;

    /// <summary>A form of the same content, of which changes are its own.</summary>
    internal AnnotationForm Copy()
    {
        var copy = (AnnotationForm)MemberwiseClone();
        copy.Topics = [.. Topics];
        return copy;
    }

    /// <summary>The form as a suggestion would have it. What is not known, or only guessed, is left empty.</summary>
    public static AnnotationForm Of(SuggestionItem suggested, SuggestionMatches links)
    {
        ArgumentNullException.ThrowIfNull(suggested);
        ArgumentNullException.ThrowIfNull(links);
        var form = new AnnotationForm
        {
            Start = suggested.Words.Place.Start,
            End = suggested.Words.Place.End,
            Exact = suggested.Words.Exact,
            Origin = AnnotationOrigin.Suggested,
            Pillar = suggested.Pillar,
        };
        if (suggested.Figure is { } figure)
        {
            var scale =
                links.Indicator is { } indicator ? indicator.Scale
                : figure.Unit is "percent" ? 1m
                : Array.Find([1_000_000_000_000m, 1_000_000_000m, 1_000_000m], s => figure.Value >= s) is > 0 and var large ? large
                : 1m;
            (form.Supports, form.IsTarget, form.Unit, form.Period) = (
                "value",
                figure.IsTarget,
                figure.Unit,
                figure.Period.ToString() ?? ""
            );
            (form.Scale, form.Value) = (
                scale.ToString(CultureInfo.InvariantCulture),
                (figure.Value / scale).ToString("0.############", CultureInfo.InvariantCulture)
            );
            (form.Indicator, form.Title) = (
                links.Indicator?.Id,
                links.Indicator is null && figure.Measures is { } name ? DisplayText.Sentence(name) : ""
            );
            form.Comparator = Enum.Parse<Comparator>(figure.Comparator.ToString());
        }
        else if (links is { Match: MatchKind.SameAs, Known: { } known })
        {
            (form.Supports, form.Existing) = ("existing-commitment", known.Id);
        }
        else
        {
            var words = string.Join(' ', suggested.Words.Exact.Split(null as char[], StringSplitOptions.RemoveEmptyEntries));
            var end =
                words.Length <= 200 ? words.Length
                : words.LastIndexOf(' ', 200) is > 0 and var space ? space
                : char.IsHighSurrogate(words[199]) ? 199
                : 200;
            (form.Title, form.Goal) = (DisplayText.Sentence(words[..end]), links.Likely.IsSure ? links.Goal?.Id : null);
            (form.Due, form.Responsible, form.Initiative, form.Topics) = (
                suggested.Details?.Due,
                links.Responsible,
                links.Initiative,
                [.. links.Topics]
            );
            (form.FollowsId, form.Follows) = links.Match switch
            {
                MatchKind.Updates => (links.Known?.Id, Succession.Updates),
                MatchKind.Replaces => (links.Known?.Id, Succession.Replaces),
                _ => ((Guid?)null, (Succession?)null),
            };
        }

        return form;
    }
}
