namespace PolicyTracker.Core.Records;

/// <summary>
/// A record to which editors give a place among those that it is listed with (<see cref="RecordDescriptor.OrderedWithin"/>).
/// </summary>
public interface IOrdered
{
    /// <summary>Its place, from 1; a removal may leave a gap.</summary>
    int Order { get; set; }
}
