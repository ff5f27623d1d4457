namespace PolicyTracker.Benchmarks.Edits;

/// <summary>A reader who asks for page after page without a pause.</summary>
internal sealed class ReadingClient(Uri address) : IDisposable
{
    private static readonly string[] Pages =
    [
        "/",
        "/commitments",
        "/indicators",
        "/announcements",
        "/announcements/miit-press-conference-2023-03-01",
        "/changes",
        "/glossary",
    ];

    private readonly HttpClient _client = new() { BaseAddress = address };
    private int _read;

    public async Task RunAsync(CancellationToken stop)
    {
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            try
            {
                using var answer = await _client.GetAsync(Pages[n % Pages.Length], stop);
                answer.EnsureSuccessStatusCode();
                await answer.Content.CopyToAsync(Stream.Null, stop);
                Interlocked.Increment(ref _read);
            }
            catch (Exception e) when (e is OperationCanceledException or HttpRequestException { StatusCode: null } or IOException)
            {
                return; // the end, or the server was killed
            }
        }
    }

    public void StartMeasuring() => Interlocked.Exchange(ref _read, 0);

    /// <summary>How many pages it has read whole.</summary>
    public int StopMeasuring() => Interlocked.Exchange(ref _read, 0);

    public void Dispose() => _client.Dispose();
}
