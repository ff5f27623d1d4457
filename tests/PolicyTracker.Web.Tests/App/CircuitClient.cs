using System.Buffers.Binary;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PolicyTracker.Web.Tests.App;

/// <summary>
/// What Blazor's script does in a browser, as far as the server sees it: loads a page, opens its circuit, starts its components,
/// acknowledges what they render and answers calls of scripts with nothing.
/// </summary>
internal sealed partial class CircuitClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly TaskCompletionSource _rendered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _closed = new();
    private string _id = "";
    private int _invocations;
    private Task _reading = Task.CompletedTask;

    /// <summary>Opens the circuit of a page and waits until it has rendered.</summary>
    /// <param name="browser">A browser that is signed in.</param>
    /// <param name="cookies">Its cookies.</param>
    /// <param name="path">The page.</param>
    public static async Task<CircuitClient> OpenAsync(HttpClient browser, CookieContainer cookies, string path)
    {
        var page = await browser.GetStringAsync(path);
        var client = new CircuitClient();
        client._socket.Options.Cookies = cookies;
        client._socket.Options.DangerousDeflateOptions = new(); // as browsers ask for
        client._socket.Options.SetRequestHeader("Origin", browser.BaseAddress!.GetLeftPart(UriPartial.Authority));
        await client._socket.ConnectAsync(
            new UriBuilder(browser.BaseAddress!) { Scheme = "ws", Path = "/_blazor" }.Uri,
            CancellationToken.None
        );
        await client.SendAsync(Encoding.UTF8.GetBytes("""{"protocol":"blazorpack","version":1}""" + '\u001e'));
        client._reading = client.ReadAsync();
        var state = State().Match(page) is { Success: true } found ? found.Groups[1].Value : "";
        await client.InvokeAsync(
            "StartCircuit",
            browser.BaseAddress!.ToString(),
            new Uri(browser.BaseAddress, path).ToString(),
            "[]",
            state
        );
        var operations = new JsonArray();
        foreach (Match marker in Marker().Matches(page))
        {
            operations.Add(
                new JsonObject
                {
                    ["type"] = "add",
                    ["ssrComponentId"] = operations.Count + 1,
                    ["marker"] = JsonNode.Parse(marker.Groups[1].Value),
                }
            );
        }

        await client.InvokeAsync(
            "UpdateRootComponents",
            new JsonObject { ["batchId"] = 1, ["operations"] = operations }.ToJsonString(),
            state
        );
        await client._rendered.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return client;
    }

    /// <summary>Leaves the page, as a browser does that closes a tab.</summary>
    public async Task CloseAsync(HttpClient browser)
    {
        using var form = new MultipartFormDataContent { { new StringContent(_id), "circuitId" } };
        (await browser.PostAsync("/_blazor/disconnect", form)).EnsureSuccessStatusCode();
        await _closed.CancelAsync();
        _socket.Abort();
        await _reading;
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _socket.Dispose();
        await _reading;
        _closed.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        var held = new List<byte>();
        var isShaken = false;
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), _closed.Token);
                held.AddRange(buffer.AsSpan(0, part.Count));
                if (part.MessageType is WebSocketMessageType.Close)
                {
                    _rendered.TrySetException(new InvalidOperationException("The server closed the circuit."));
                    return;
                }

                if (!isShaken && held.IndexOf(0x1e) is var end and >= 0)
                {
                    held.RemoveRange(0, end + 1);
                    isShaken = true;
                }

                while (isShaken && PackReader.Next(held) is { } message)
                {
                    await HearAsync(message);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            _rendered.TrySetException(e);
        }
    }

    private async Task HearAsync(IReadOnlyList<object?> message)
    {
        if (message is [3L, _, "0", 3L, string id])
        {
            _id = id; // the answer to StartCircuit
        }

        if (message is not [1L, _, _, string target, List<object?> arguments, ..])
        {
            return;
        }

        switch (target)
        {
            case "JS.RenderBatch":
                await InvokeAsync("OnRenderCompleted", arguments[0], null);
                if (arguments[1] is byte[] { Length: > 2000 })
                {
                    _rendered.TrySetResult(); // more than an empty shell
                }

                break;
            case "JS.BeginInvokeJS":
                var result = arguments[3] is 1L ? """{"__jsObjectId":1}""" : "null";
                await InvokeAsync("EndInvokeJSFromDotNet", arguments[0], true, $"[{arguments[0]},true,{result}]");
                break;
            case "JS.Error":
                _rendered.TrySetException(new InvalidOperationException($"{arguments[0]}"));
                break;
        }
    }

    private async Task InvokeAsync(string target, params object?[] arguments)
    {
        var body = new List<byte> { 0x95, 1, 0x80 };
        Pack(body, $"{_invocations++}");
        Pack(body, target);
        body.Add((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments)
        {
            Pack(body, argument);
        }

        var framed = new List<byte>();
        for (var length = body.Count; ; length >>= 7)
        {
            framed.Add((byte)(length > 127 ? (length & 127) | 128 : length));
            if (length <= 127)
            {
                break;
            }
        }

        framed.AddRange(body);
        await SendAsync([.. framed]);
    }

    private readonly SemaphoreSlim _sending = new(1);

    private async Task SendAsync(byte[] bytes)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes.AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private static void Pack(List<byte> to, object? value)
    {
        var number = new byte[8];
        switch (value)
        {
            case null:
                to.Add(0xc0);
                break;
            case bool b:
                to.Add((byte)(b ? 0xc3 : 0xc2));
                break;
            case long n:
                to.Add(0xd3);
                BinaryPrimitives.WriteInt64BigEndian(number, n);
                to.AddRange(number);
                break;
            case string text:
                var utf8 = Encoding.UTF8.GetBytes(text);
                to.Add(0xdb);
                BinaryPrimitives.WriteInt32BigEndian(number, utf8.Length);
                to.AddRange(number.AsSpan(0, 4));
                to.AddRange(utf8);
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\".*?\"descriptor\".*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
