using System.Reflection;
using Xunit.Sdk;

namespace PolicyTracker.Core.Tests.Data;

/// <summary>A case that is tried on each kind of store: the first parameter of the test is the kind, then comes the data.</summary>
/// <param name="data">What the test is given beside the kind.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachStoreAttribute(params object?[] data) : DataAttribute
{
    public IReadOnlyList<object?> Data => data;

    public override IEnumerable<object?[]> GetData(MethodInfo testMethod)
    {
        foreach (var kind in TestStore.Kinds)
        {
            yield return [kind, .. data];
        }
    }
}
