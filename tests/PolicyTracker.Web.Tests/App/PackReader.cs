using System.Buffers.Binary;
using System.Text;

namespace PolicyTracker.Web.Tests.App;

/// <summary>Reads messages of a hub in MessagePack (https://github.com/msgpack/msgpack/blob/master/spec.md), as far as Blazor sends it.</summary>
internal sealed class PackReader
{
    private readonly byte[] _bytes;
    private int _at;

    private PackReader(byte[] bytes) => _bytes = bytes;

    /// <summary>Takes the next whole message off what was received; null where there is none yet.</summary>
    public static List<object?>? Next(List<byte> received)
    {
        var (length, at) = (0, 0);
        for (var shift = 0; ; shift += 7)
        {
            if (at == received.Count)
            {
                return null;
            }

            length |= (received[at] & 127) << shift;
            if (received[at++] < 128)
            {
                break;
            }
        }

        if (received.Count < at + length)
        {
            return null;
        }

        var message = new PackReader([.. received.GetRange(at, length)]);
        received.RemoveRange(0, at + length);
        return (List<object?>)message.Read()!;
    }

    private object? Read()
    {
        var code = _bytes[_at++];
        return code switch
        {
            < 0x80 => (long)code,
            < 0x90 => Map(code & 15),
            < 0xa0 => Array(code & 15),
            < 0xc0 => Text(code & 31),
            0xc0 => null,
            0xc2 => false,
            0xc3 => true,
            0xc4 => Binary(Number(1)),
            0xc5 => Binary(Number(2)),
            0xc6 => Binary(Number(4)),
            0xcc => (long)Number(1),
            0xcd => (long)Number(2),
            0xce => (long)(uint)Number(4),
            0xcf or 0xd3 => Long(),
            0xd0 => (long)(sbyte)Number(1),
            0xd1 => (long)(short)Number(2),
            0xd2 => (long)Number(4),
            0xd9 => Text(Number(1)),
            0xda => Text(Number(2)),
            0xdb => Text(Number(4)),
            0xdc => Array(Number(2)),
            0xdd => Array(Number(4)),
            >= 0xe0 => (long)(sbyte)code,
            _ => throw new NotSupportedException($"0x{code:x2}"),
        };
    }

    private int Number(int bytes)
    {
        var value = 0;
        for (var i = 0; i < bytes; i++)
        {
            value = (value << 8) | _bytes[_at++];
        }

        return value;
    }

    private long Long() => BinaryPrimitives.ReadInt64BigEndian(Binary(8));

    private byte[] Binary(int length)
    {
        var bytes = _bytes[_at..(_at + length)];
        _at += length;
        return bytes;
    }

    private string Text(int length) => Encoding.UTF8.GetString(Binary(length));

    private List<object?> Array(int length) => [.. Enumerable.Range(0, length).Select(_ => Read())];

    private List<object?> Map(int length) => Array(2 * length);
}
