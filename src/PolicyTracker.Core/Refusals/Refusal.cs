using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PolicyTracker.Core.Refusals;

/// <summary>What kind of no it is; programs and pages act on it.</summary>
public enum RefusalKind
{
    /// <summary>What was given is wrong.</summary>
    Invalid,

    /// <summary>Whoever asks may not.</summary>
    NotAllowed,

    /// <summary>What it is about is not there, or not any more.</summary>
    NotFound,

    /// <summary>It does not go with what stands.</summary>
    Conflict,

    /// <summary>The store takes nothing at the moment.</summary>
    StoreUnavailable,
}

/// <summary>
/// A rule of the tracker said no: a code with arguments. The sentence for the person who tried, what is wrong and what to do, stands
/// in <c>RefusalTexts.resx</c> under the code. docs/decisions/0031.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "A refusal is what the whole program calls it.")]
public partial class Refusal : Exception
{
    private readonly IReadOnlyList<object?> _arguments;

    /// <summary>Makes a refusal; the factory's name gives the code.</summary>
    /// <param name="kind">What kind it is.</param>
    /// <param name="arguments">What the text is about, in its order.</param>
    /// <param name="cause">What went wrong beneath; null where nothing did.</param>
    /// <param name="factory">The name of the factory.</param>
    private protected Refusal(
        RefusalKind kind,
        IReadOnlyList<object?> arguments,
        Exception? cause = null,
        [CallerMemberName] string factory = ""
    )
        : base(null, cause)
    {
        (Kind, _arguments) = (kind, arguments);
        Code = RefusalTexts.CodeOf(factory);
    }

    /// <summary>What kind it is.</summary>
    public RefusalKind Kind { get; }

    /// <summary>Its name for programs, as it is written in an address: <c>slug-taken</c>.</summary>
    public string Code { get; }

    /// <summary>The field that is wrong, as programs name it (dateNote); null where it is no single one.</summary>
    public string? Field { get; init; }

    /// <summary>The sentence for the person who tried, in the language of the current culture.</summary>
    public override string Message => RefusalTexts.Of(Code, _arguments);
}
