namespace PolicyTracker.Web.Annotations;

/// <summary>Where work goes on after something was done, so that the focus is never lost.</summary>
internal enum WorkFocus
{
    /// <summary>Where the focus is.</summary>
    Stay,

    /// <summary>The text, at the marked words or the caret.</summary>
    Text,

    /// <summary>The suggestions.</summary>
    Queue,

    /// <summary>The field that is open on a suggestion's card.</summary>
    CardField,

    /// <summary>The first field of the form that is empty.</summary>
    Form,

    /// <summary>What is doubtful about the words.</summary>
    Doubts,

    /// <summary>The list of quotations.</summary>
    List,
}
