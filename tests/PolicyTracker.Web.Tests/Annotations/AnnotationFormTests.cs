using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Records;
using PolicyTracker.Text;
using PolicyTracker.Web.Annotations;

namespace PolicyTracker.Web.Tests.Annotations;

public sealed class AnnotationFormTests
{
    private static readonly Guid Chosen = Guid.CreateVersion7();

    public static TheoryData<AnnotationForm, Statement> Filled =>
        new()
        {
            {
                new()
                {
                    Supports = "commitment",
                    Goal = Chosen,
                    Title = "Build parks",
                    Note = " ",
                },
                new NewCommitment(Chosen, "Build parks", null, null, null, null, [])
            },
            {
                new()
                {
                    Supports = "value",
                    Indicator = Chosen,
                    Value = " 15.4 ",
                    Period = "2022",
                },
                new NewValue(false, Chosen, null, Period.Of("2022"), 15.4m, default, null)
            },
            {
                new()
                {
                    Supports = "term",
                    Title = "computing power",
                    Chinese = "算力",
                    Note = "What computers can do.",
                },
                new NewTerm("computing power", "算力", null, "What computers can do.")
            },
            {
                new()
                {
                    Supports = "status",
                    Existing = Chosen,
                    To = Status.InProgress,
                    On = new(2024, 5, 1),
                    Note = "Three named",
                },
                new NewStatusChange(Chosen, Status.InProgress, new(2024, 5, 1), "Three named")
            },
            {
                new() { Supports = "existing-commitment", Existing = Chosen },
                new ExistingStatement(RecordKind.Commitment, Chosen)
            },
            {
                new() { Supports = "comment", Note = "Compare 2021" },
                new NewComment("Compare 2021")
            },
        };

    public static TheoryData<AnnotationForm, string> Unfinished =>
        new()
        {
            {
                new() { Supports = "commitment", Title = "Build parks" },
                "Choose the goal"
            },
            {
                new()
                {
                    Supports = "value",
                    Indicator = Chosen,
                    Value = "15,4 trillion",
                },
                "“15,4 trillion” is not a number"
            },
            {
                new() { Supports = "status", Existing = Chosen },
                "Choose where the commitment stands"
            },
            {
                new() { Supports = "existing-term" },
                "Choose the term"
            },
        };

    [Theory, MemberData(nameof(Filled))]
    public void What_is_typed_is_what_is_said(AnnotationForm form, Statement statement) =>
        Assert.Equivalent(statement, form.ToStatement(), strict: true);

    [Theory, MemberData(nameof(Unfinished))]
    public void What_is_missing_or_no_number_is_named(AnnotationForm form, string says) =>
        Assert.Contains(says, Assert.Throws<Refusal>(form.ToStatement).Message, StringComparison.Ordinal);
}
