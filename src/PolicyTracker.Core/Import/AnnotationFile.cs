using System.Text.Json;

namespace PolicyTracker.Core.Import;

/// <summary>
/// Reads annotations from JSON: the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/; one annotation, a list,
/// a page, or a collection that holds its pages), a Hypothesis API answer (<c>rows</c>) and a Hypothesis export
/// (<c>annotations</c>; https://h.readthedocs.io/en/latest/api-reference/). One annotation after the other: what holds none costs nothing.
/// </summary>
public static class AnnotationFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 20_000_000;

    /// <summary>The most annotations of a file.</summary>
    public const int MaxAnnotations = 50_000;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a file.</summary>
    /// <exception cref="Refusal">It is no JSON, holds no annotations in one of the formats, or is larger than may be.</exception>
    public static async Task<IReadOnlyList<ForeignAnnotation>> ReadAsync(Stream stream, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var bytes = await BytesAsync(stream, cancel);
        var found = new AnnotationReader();
        try
        {
            var reader = new Utf8JsonReader(bytes.AsSpan(bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0));
            reader.Read();
            found.Read(ref reader);
            while (reader.Read())
            {
                // to the end: what stands behind the annotations is JSON as well
            }
        }
        catch (JsonException e)
        {
            throw Refusal.NoJson(e.LineNumber + 1);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException) // a field twice, or half a surrogate pair
        {
            throw Refusal.AnnotationUnreadable(found.Count + 1, e.Message);
        }

        return found.All() is { Count: > 0 } all
            ? all
            : throw (found.NamedPage is { } page ? Refusal.FirstPageMissing(page) : Refusal.NoAnnotations());
    }

    private static async Task<byte[]> BytesAsync(Stream stream, CancellationToken cancel)
    {
        using var read = new MemoryStream();
        var block = new byte[81_920];
        for (var n = await stream.ReadAsync(block, cancel); n > 0; n = await stream.ReadAsync(block, cancel))
        {
            if (read.Length + n > MaxBytes)
            {
                throw Refusal.AnnotationsTooLong(MaxBytes);
            }

            read.Write(block, 0, n);
        }

        return read.ToArray();
    }
}
