using System.Net;
using System.Text;
using System.Text.Json;
using PolicyTracker.Core.Suggestions;

namespace PolicyTracker.Tests;

/// <summary>A service on this machine that speaks as an OpenAI-compatible one does and answers what a test wants.</summary>
internal sealed class FakeLanguageModel : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public FakeLanguageModel(Func<string, (int Status, string Content)> answer)
    {
        var port = FreePort.Find();
        Settings = new(new Uri($"http://127.0.0.1:{port}/v1"), "test-model", "none");
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        _serving = ServeAsync(answer);
    }

    public LanguageModelSettings Settings { get; }

    /// <summary>The settings as an operator gives them.</summary>
    public Dictionary<string, string> Environment =>
        new() { ["POLICYTRACKER_MODEL_ENDPOINT"] = Settings.Endpoint.ToString(), ["POLICYTRACKER_MODEL"] = Settings.Model };

    /// <summary>What it was asked, in order.</summary>
    public List<string> Asked { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync(Func<string, (int Status, string Content)> answer)
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var asked = await reader.ReadToEndAsync();
            Asked.Add(asked);
            var (status, content) = answer(asked);
            var body = JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    id = "1",
                    @object = "chat.completion",
                    created = 1,
                    model = "test-model",
                    choices = new[]
                    {
                        new
                        {
                            index = 0,
                            finish_reason = "stop",
                            message = new { role = "assistant", content },
                        },
                    },
                    usage = new
                    {
                        prompt_tokens = 1,
                        completion_tokens = 1,
                        total_tokens = 2,
                    },
                }
            );
            (context.Response.StatusCode, context.Response.ContentType) = (status, "application/json");
            await context.Response.OutputStream.WriteAsync(body);
            context.Response.Close();
        }
    }
}
