using System.Globalization;
using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Editing;

/// <summary>The reasons that the program itself gives for an edit: kept in the history, so in one language.</summary>
internal static class EditReasons
{
    public static TextResource Texts { get; } = new(typeof(EditReasons), CultureInfo.InvariantCulture);
}
