using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Import;

/// <summary>
/// Puts the records of the seed files into a store, all or nothing, once: a store that holds a seed remembers which, and is left
/// alone by every later start. Where the program brings another seed, only records that the store never had are added.
/// </summary>
public sealed class SeedImport(IDbContextFactory<TrackerDb> contexts, RecordWriter writer)
{
    /// <summary>Seeds the store from the files built into the program.</summary>
    /// <exception cref="Refusal">A seed does not match its text; the message names it, and nothing was written.</exception>
    public async Task RunAsync(CancellationToken cancel = default)
    {
        var seeds = new List<(string Yaml, Func<SeedFile, Task<string>> Text)>();
        foreach (
            var name in typeof(SeedImport)
                .Assembly.GetManifestResourceNames()
                .Where(n => n.EndsWith(".yaml", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var yaml = Resource(name);
            seeds.Add(
                (
                    await yaml.ReadToEndAsync(cancel),
                    async file =>
                    {
                        using var text = Resource("seeds/" + file.Announcement.Text);
                        return await text.ReadToEndAsync(cancel);
                    }
                )
            );
        }

        await RunAsync(StoreContent.BuiltIn, seeds, cancel);
    }

    /// <summary>
    /// Seeds the store from the *.yaml files of a folder, in the order of their names, and the texts that they name beside
    /// them.
    /// </summary>
    /// <exception cref="Refusal">
    /// There is none, a file can't be read, or a seed does not match its text; the message names it, and nothing was written.
    /// </exception>
    public async Task RunAsync(string folder, CancellationToken cancel = default)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
        {
            throw Refusal.NoSeedFile(folder);
        }

        var seeds = new List<(string Yaml, Func<SeedFile, Task<string>> Text)>();
        foreach (var path in files)
        {
            seeds.Add(
                (
                    await ReadAsync(path, cancel),
                    async file =>
                    {
                        var text = Path.Combine(folder, Path.GetFileName(file.Announcement.Text)); // beside it, and nowhere else
                        return await ReadAsync(text, cancel);
                    }
                )
            );
        }

        await RunAsync(StoreContent.Folder, seeds, cancel);
    }

    /// <summary>Seeds the store from files and the texts of their announcements, in one edit, and keeps what it began with.</summary>
    /// <exception cref="Refusal">A seed does not match its text; the message names it, and nothing was written.</exception>
    public Task RunAsync(
        StoreContent content,
        IReadOnlyList<(SeedFile File, string Text)> files,
        string mark,
        CancellationToken cancel = default
    ) =>
        writer.EditAsync(
            Editor.Seed,
            EditReasons.Texts["Seeded", string.Join(", ", files.Select(f => f.File.Announcement.Text))],
            async db =>
            {
                db.Confirmed = Confirmation.OfAll; // read by hand, with notes where a value is not a number of the text
                if (await SeedOfAsync(db, cancel) != mark) // nobody else was quicker
                {
                    await new SeedWriter(db, await SeedSlugs.ReadAsync(db, cancel)).AddAsync(files);
                    await db.SetAsync(Setting.StoreContent, WireNames.Of(content), cancel);
                    await db.SetAsync(Setting.Seed, mark, cancel);
                }

                return 0;
            },
            cancel: cancel
        );

    // The usual start ends at the first question: nothing is read from files, and no place in the writers' queue is taken.
    private async Task RunAsync(
        StoreContent content,
        List<(string Yaml, Func<SeedFile, Task<string>> Text)> seeds,
        CancellationToken cancel
    )
    {
        var mark = SourceText.Sha256(string.Join('\n', seeds.Select(s => s.Yaml)));
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            if (await SeedOfAsync(db, cancel) == mark)
            {
                return;
            }
        }

        var files = new List<(SeedFile, string)>();
        foreach (var (yaml, text) in seeds)
        {
            var file = SeedFile.Read(new StringReader(yaml));
            files.Add((file, await text(file)));
        }

        await RunAsync(content, files, mark, cancel);
    }

    private static Task<string?> SeedOfAsync(TrackerDb db, CancellationToken cancel) =>
        db.Settings.Where(s => s.Name == Setting.Seed).Select(s => s.Value).FirstOrDefaultAsync(cancel);

    private static async Task<string> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            return SourceTexts.Prepare(await File.ReadAllTextAsync(path, cancel));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal)
        {
            throw Refusal.SeedFault(path, e.Message);
        }
    }

    private static StreamReader Resource(string name) =>
        new(typeof(SeedImport).Assembly.GetManifestResourceStream(name) ?? throw Refusal.SeedMissing(name));
}
