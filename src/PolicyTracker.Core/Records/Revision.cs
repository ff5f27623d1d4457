using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Records;

/// <summary>What an edit did to a record.</summary>
public enum RevisionAct
{
    /// <summary>Made it.</summary>
    [JsonStringEnumMemberName("created")]
    Created,

    /// <summary>Changed it.</summary>
    [JsonStringEnumMemberName("edited")]
    Edited,

    /// <summary>Took it out of view.</summary>
    [JsonStringEnumMemberName("removed")]
    Removed,
}

/// <summary>What an edit made of one record; append-only. Each carries the hash of the one before.</summary>
public sealed class Revision : IWrittenByEdits
{
    /// <summary>The hash that the first revision carries as that of the one before.</summary>
    public const string NoHash = "";

    /// <summary>Place in the chain, from 1 without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>The number of the edit that it belongs to.</summary>
    public long EditId { get; init; }

    /// <summary>The edit that it belongs to.</summary>
    public required Edit Edit { get; init; }

    /// <summary>What was done.</summary>
    public required RevisionAct Act { get; init; }

    /// <summary>The kind of the record.</summary>
    public required RecordKind RecordKind { get; init; }

    /// <summary>The record.</summary>
    public required Guid RecordId { get; init; }

    /// <summary>The record's version after the edit.</summary>
    public required int RecordVersion { get; init; }

    /// <summary>What the record was called after the edit.</summary>
    public required string Label { get; init; }

    /// <summary>
    /// The record after the edit, as JSON with its fields in alphabetical order: all of it but what never changes and is long,
    /// the text of a source, of which the SHA-256 is there.
    /// </summary>
    public required string Content { get; init; }

    /// <summary><see cref="Hash"/> of the revision before; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over every field of the edit and every other field of the revision, lower-case hexadecimal.</summary>
    public string Hash { get; internal set; } = NoHash;

    /// <summary>
    /// The hash that the fields give: SHA-256 of a JSON array of those of the edit, then of those of the revision, in the order of
    /// their declaration.
    /// </summary>
    public string ComputeHash() =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes(
                    new object?[]
                    {
                        Edit.Id,
                        Edit.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
                        Edit.AccountId,
                        Edit.By,
                        Edit.ApprovedById,
                        Edit.ApprovedBy,
                        Edit.Why,
                        WireNames.Of(Edit.Origin),
                        Sequence,
                        WireNames.Of(Act),
                        WireNames.Of(RecordKind),
                        RecordId,
                        RecordVersion,
                        Label,
                        Content,
                        PreviousHash,
                    },
                    Canonical
                )
            )
        );

    internal static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal sealed class Mapping : IEntityTypeConfiguration<Revision>
    {
        public void Configure(EntityTypeBuilder<Revision> builder)
        {
            builder.HasKey(r => r.Sequence);
            builder.Property(r => r.Sequence).ValueGeneratedNever();
            builder
                .HasIndex(r => new
                {
                    r.RecordKind,
                    r.RecordId,
                    r.RecordVersion,
                })
                .IsUnique();
            builder.HasOne(r => r.Edit).WithMany().HasForeignKey(r => r.EditId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(r => r.RecordId);
            builder.HasIndex(r => new { r.RecordKind, r.Sequence });
            builder.HasIndex(r => new { r.Act, r.Sequence });
        }
    }
}
