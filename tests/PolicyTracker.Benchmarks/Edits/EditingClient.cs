using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace PolicyTracker.Benchmarks.Edits;

/// <summary>An editor who saves without a pause: an announcement of some pages, then four quotations of it, one at a time.</summary>
internal sealed class EditingClient : IDisposable
{
    private const int Quotations = 4;
    private readonly EditLedger _ledger;
    private readonly HttpClient _client;
    private readonly string _id = Guid.NewGuid().ToString("n")[..12];
    private volatile List<double>? _times;

    public EditingClient(Uri address, string token, EditLedger ledger)
    {
        _ledger = ledger;
        _client = new HttpClient { BaseAddress = address };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            for (var n = 0; !stop.IsCancellationRequested; n++)
            {
                await AnnounceAsync(n);
                for (var quotation = 0; quotation < Quotations && !stop.IsCancellationRequested; quotation++)
                {
                    await QuoteAsync(n, quotation);
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException && _ledger.IsKilled)
        {
            // killed
        }
    }

    public void StartMeasuring() => _times = [];

    /// <summary>Milliseconds from each request to its answer.</summary>
    public List<double> StopMeasuring()
    {
        var times = _times!;
        _times = null;
        lock (times)
        {
            return [.. times];
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task AnnounceAsync(int n)
    {
        var made = new
        {
            title = $"Plan {n} of {_id}",
            slug = $"plan-{_id}-{n}",
            issuer = "State Council",
            date = "2024-05-01",
            text = string.Concat(Enumerable.Range(0, 40).Select(line => $"{Sentence(n, line)}\n")),
            addAnyway = true,
        };
        await SaveAsync("/api/v1/announcements", made, HttpStatusCode.Created, _ => _ledger.Announced(made.slug));
    }

    private async Task QuoteAsync(int n, int line)
    {
        var id = Guid.CreateVersion7();
        var quotation = new
        {
            id = $"urn:uuid:{id}",
            type = "Annotation",
            motivation = "commenting",
            body = new { type = "TextualBody", value = $"To be looked at by the group for line {line}." },
            target = new
            {
                source = $"http://localhost/announcements/plan-{_id}-{n}",
                selector = new { type = "TextQuoteSelector", exact = Sentence(n, line) },
            },
        };
        await SaveAsync(
            $"/api/v1/announcements/plan-{_id}-{n}/annotations",
            quotation,
            HttpStatusCode.OK,
            answer =>
            {
                if (answer[0].GetProperty("result").GetString() == "added")
                {
                    _ledger.Annotated(id);
                }
                else
                {
                    _ledger.WasRefused(answer.ToString());
                }
            }
        );
    }

    private async Task SaveAsync(string path, object body, HttpStatusCode expected, Action<JsonElement> acknowledged)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await _client.PostAsJsonAsync(path, body);
        if (answer.StatusCode != expected)
        {
            _ledger.WasRefused($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            return;
        }

        acknowledged(await answer.Content.ReadFromJsonAsync<JsonElement>());
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (_times is { } times)
        {
            lock (times)
            {
                times.Add(took);
            }
        }
    }

    private string Sentence(int n, int line) => $"By 2030 district {line} will build {n + line + 2} bridges for the programme {_id}.";
}
