using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Comparison;
using PolicyTracker.Text.Meaning;
using PolicyTracker.Text.Segmentation;
using PolicyTracker.Text.Suggestions;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Core.Tests;

/// <summary>What a store, a file or an address said yesterday it says tomorrow, however the code calls it by then.</summary>
public sealed class WireNamesTests
{
    // Stored, hashed and published: a word may be added, none may change.
    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(Accent)] = "azure amber plum jade slate",
        [typeof(ActorKind)] = "ministry party-body government person organisation",
        [typeof(AnchorState)] = "exact moved edited ambiguous lost",
        [typeof(AnnotationOrigin)] = "hand-made suggested imported seeded",
        [typeof(AnnotationState)] = "proposed accepted rejected",
        [typeof(AnnouncementKind)] = "press-conference plan notice speech report law news other",
        [typeof(StoreContent)] = "built-in empty folder",
        [typeof(ChangeSeverity)] = "none reformatted script wording content name unit date number negation",
        [typeof(CitationFormat)] = "bib ris json txt",
        [typeof(Comparator)] = "equal at-least at-most about more-than less-than nearly",
        [typeof(DateBasis)] = "stated inferred",
        [typeof(DiffKind)] = "kept removed added",
        [typeof(Direction)] = "none up down",
        [typeof(DisputeState)] = "standing settled",
        [typeof(DoubtKind)] = "known-address known-text no-announcement",
        [typeof(EditOrigin)] = "page api import command-line seed not-kept",
        [typeof(FigureComparator)] = "equal at-least at-most about more-than less-than nearly",
        [typeof(ImportResult)] = "added changed known left",
        [typeof(InitiativeKind)] = "plan programme campaign event",
        [typeof(PassageChange)] = "kept moved reworded dropped new",
        [typeof(PassageKind)] = "heading sentence item",
        [typeof(ProposalState)] = "waiting approved sent-back taken-back",
        [typeof(RecordKind)] =
            "pillar goal commitment status-change achievement indicator observation target initiative actor topic term announcement source-version annotation jurisdiction editorial-rule dispute",
        [typeof(RevisionAct)] = "created edited removed",
        [typeof(Status)] = "announced in-progress delivered partly-delivered stalled superseded withdrawn",
        [typeof(ThreadAct)] = "said settled reopened",
        [typeof(RecordThreadState)] = "open settled",
        [typeof(ThreadView)] = "open mentions mine settled",
        [typeof(TimelineEventKind)] = "first-said said-again updated replaced target-set figure-reported result-stated status-changed",
        [typeof(Succession)] = "updates replaces",
        [typeof(SuggestionKind)] = "commitment indicator",
        [typeof(VerbClass)] = "formulate build promote regulate fund guide",
        [typeof(WorkState)] = "new in-progress done second-reading",
    };

    [Fact]
    public void Each_word_that_is_stored_or_published_is_what_it_was()
    {
        var stated = new[] { typeof(SourceText).Assembly, typeof(TrackerDb).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsEnum && Members(t).Any(m => m.IsDefined(typeof(JsonStringEnumMemberNameAttribute))))
            .Select(t => $"{t.Name}: {string.Join(' ', Enum.GetValues(t).Cast<Enum>().Select(WireNames.Of))}");
        Assert.Equal(Words.Select(w => $"{w.Key.Name}: {w.Value}").Order(), stated.Order());
    }

    [Fact]
    public void Each_enumeration_of_the_store_states_its_words()
    {
        using var db = new SqliteTrackerDb.DesignTime().CreateDbContext([]);
        var stored = db.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Select(Kept).Where(t => t.IsEnum).Distinct().ToList();
        Assert.Contains(typeof(RecordKind), stored);
        Assert.All(stored, t => Assert.Contains(t, Words.Keys));
    }

    [Fact]
    public void A_word_leads_back_to_its_member_and_another_to_none()
    {
        foreach (var type in Words.Keys)
        {
            Assert.All(Enum.GetValues(type).Cast<Enum>(), v => Assert.Equal(v, WireNames.Parse(type, WireNames.Of(v))));
        }

        Assert.Null(WireNames.Parse<Status>("InProgress"));
        Assert.Null(WireNames.Parse<Status>(null));
        Assert.Equal(WireNames.Unknown, WireNames.Of(WireNames.Read<Status>("retired")));
        Assert.Throws<InvalidOperationException>(() => WireNames.Of(DayOfWeek.Monday));
    }

    private static FieldInfo[] Members(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static);

    private static Type Kept(IProperty property) => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
}
