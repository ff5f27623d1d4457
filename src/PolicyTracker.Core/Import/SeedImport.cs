using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.History;

namespace PolicyTracker.Core.Import;

/// <summary>
/// Puts the records of the seed files into a store, all or nothing. A record whose slug the store has had (also one
/// removed since) is left alone, so that a second start changes nothing and an editor's changes stay.
/// </summary>
public sealed partial class SeedImport(IDbContextFactory<TrackerDb> contexts, EditDoor door)
{
    /// <summary>Seeds the store from the files built into the program.</summary>
    /// <exception cref="RefusedException">A seed does not match its text; the message names it, and nothing was written.</exception>
    public async Task RunAsync(CancellationToken cancel = default)
    {
        foreach (var name in typeof(SeedImport).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var yaml = Resource(name);
            var file = SeedFile.Read(yaml);
            using var text = Resource("seeds/" + file.Announcement.Text);
            await RunAsync(file, await text.ReadToEndAsync(cancel), cancel);
        }
    }

    /// <summary>Seeds the store from the *.yaml files of a folder, in the order of their names, and the texts that they name beside them.</summary>
    /// <exception cref="RefusedException">There is none, a file can't be read, or a seed does not match its text; the message names it.</exception>
    public async Task RunAsync(string folder, CancellationToken cancel = default)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
        {
            throw new RefusedException($"The seed folder {folder} has no *.yaml file. docs/seed.md shows what one looks like.");
        }

        foreach (var path in files)
        {
            try
            {
                using var yaml = File.OpenText(path);
                var file = SeedFile.Read(yaml);
                var text = Path.Combine(folder, Path.GetFileName(file.Announcement.Text)); // beside it, and nowhere else
                await RunAsync(file, PolicyTracker.Text.SourceText.Prepare(await File.ReadAllTextAsync(text, cancel)), cancel);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or PolicyTracker.Text.UnusableTextException)
            {
                throw new RefusedException($"The seed {path}: {e.Message}");
            }
        }
    }

    /// <summary>Seeds the store from one file and the text of its announcement.</summary>
    /// <exception cref="RefusedException">A seed does not match the text; the message names it, and nothing was written.</exception>
    public async Task RunAsync(SeedFile file, string text, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            if (await new Seeding(db, file, text).IsDoneAsync())
            {
                return; // the usual start: nothing to write, so no place in the writers' queue is taken
            }
        }

        await door.EditAsync(Editor.Seed, $"Seeded from {file.Announcement.Text}", db =>
        {
            db.Confirmed = Annotations.Confirmation.OfAll; // read by hand, with notes where a value is not a number of the text
            return new Seeding(db, file, text).AddAsync();
        }, cancel: cancel);
    }

    private static StreamReader Resource(string name) =>
        new(typeof(SeedImport).Assembly.GetManifestResourceStream(name) ?? throw new RefusedException($"The seed {name} is missing from the program. Build it again."));
}
