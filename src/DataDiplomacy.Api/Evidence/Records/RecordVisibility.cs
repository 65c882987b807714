using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>The one place that decides which records a caller knows of, and how a caller is named in the ledger.</summary>
public sealed class RecordVisibility(CurrentCaller current, LedgerKeys keys)
{
    private static readonly Sensitivity[] ForAnyone = [Sensitivity.Public];
    private static readonly Sensitivity[] ForReaders = [Sensitivity.Public, Sensitivity.Restricted];
    private static readonly Sensitivity[] ForEditors = [Sensitivity.Public, Sensitivity.Restricted, Sensitivity.Confidential];
    private static readonly Sensitivity[] ForAll = [Sensitivity.Public, Sensitivity.Restricted, Sensitivity.Confidential, Sensitivity.ProtectedWitness];

    public Caller Caller => current.Caller;

    /// <summary>The labels that the caller may know of.</summary>
    public IReadOnlyList<Sensitivity> Readable => Caller.Role switch
    {
        null => ForAnyone,
        Role.Reader => ForReaders,
        Role.Editor => ForEditors,
        _ => ForAll,
    };

    /// <summary>A pseudonym that stands for the key: the same for each of its acts, and nobody's name.</summary>
    public string Actor => "actor-" + Convert.ToHexStringLower(HMACSHA256.HashData(keys.ContentIndex, Encoding.UTF8.GetBytes("actor " + Caller.Identity)))[..24];

    /// <summary>The records that the caller may know of; one key may be bound to one case.</summary>
    public IQueryable<EvidenceRecord> Records(DataContext context)
    {
        var readable = Readable.ToList();
        var only = Caller.CaseId;
        return context.EvidenceRecords.Where(r => readable.Contains(r.Sensitivity) && (only == null || r.CaseId == only));
    }

    /// <summary>Records that the caller could know of once and cannot now, each by the change that took it away last. Nobody else learns that they are there.</summary>
    public IQueryable<LostRecord> Lost(DataContext context)
    {
        var readable = Readable.ToList();
        var only = Caller.CaseId;
        return from l in context.Relabellings
               join r in context.EvidenceRecords on l.RecordId equals r.Id
               where readable.Contains(l.Before) && !readable.Contains(l.After) && !readable.Contains(r.Sensitivity) && (only == null || r.CaseId == only)
                  && !context.Relabellings.Any(o => o.RecordId == l.RecordId && o.LogIndex > l.LogIndex && readable.Contains(o.Before) && !readable.Contains(o.After))
               select new LostRecord { Id = r.Id, Index = l.LogIndex, At = l.At, Kind = r.Kind, CaseId = r.CaseId };
    }

    /// <summary>Which of the records the caller may know of only since a change of their label after this instant.</summary>
    public IQueryable<string> Gained(DataContext context, IReadOnlyCollection<string> ids, DateTime since)
    {
        var readable = Readable.ToList();
        return context.Relabellings.Where(l => ids.Contains(l.RecordId) && l.At > since && !readable.Contains(l.Before) && readable.Contains(l.After)).Select(l => l.RecordId);
    }

    /// <summary>Under the lock: while a request ran, its record may have been erased, or hidden from the caller. Nothing follows an erasure, and nothing hidden goes out.</summary>
    /// <exception cref="ProblemException">It is erased, or the caller may not know of it.</exception>
    public async Task RequireAsync(DataContext context, string id, CancellationToken cancellationToken)
    {
        var now = await Records(context).Where(r => r.Id == id).Select(r => new { r.IsErased }).FirstOrDefaultAsync(cancellationToken)
            ?? throw ProblemException.NoRecord(id);
        if (now.IsErased)
        {
            throw ProblemException.RecordErased(id);
        }
    }

    /// <summary>Whether the caller may write records of this label and case.</summary>
    public bool MayWrite(Sensitivity sensitivity, string? caseId) => Readable.Contains(sensitivity) && (Caller.CaseId is null || Caller.CaseId == caseId);
}

/// <summary>A record that a caller can know of no longer: its id, and what filters and orders it.</summary>
public sealed record LostRecord
{
    public required string Id { get; init; }

    public required long Index { get; init; }

    public required DateTime At { get; init; }

    public required EvidenceKind Kind { get; init; }

    public required string? CaseId { get; init; }
}
