using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>A check, or a family of checks that look at the same.</summary>
public interface IRecordCheck
{
    /// <summary>What its checks are.</summary>
    IReadOnlyList<CheckDescription> Checks { get; }

    /// <summary>Bytes of content that it reads at most; null where it reads none. Longer contents are not checked.</summary>
    long? MostBytes { get; }

    /// <summary>Carries all its checks out. Bytes of a stranger lead to a finding, never to an exception.</summary>
    Task<IReadOnlyList<CheckFinding>> RunAsync(CheckedRecord record, CancellationToken cancellationToken);
}

/// <summary>What a check is, whatever it is run on.</summary>
public sealed record CheckDescription
{
    public required CheckCode Code { get; init; }

    public required CheckGroup Group { get; init; }

    public required string Method { get; init; }

    public required string MethodVersion { get; init; }

    public required ToolView Tool { get; init; }

    public required string Limits { get; init; }

    /// <summary>The kinds of records to which it applies; empty for all.</summary>
    public IReadOnlyList<EvidenceKind> Kinds { get; init; } = [];

    public bool AppliesTo(EvidenceKind kind) => Kinds.Count == 0 || Kinds.Contains(kind);
}

/// <summary>What a check gave.</summary>
/// <param name="Code">The check.</param>
/// <param name="Outcome">What it gave.</param>
/// <param name="Reason">Why.</param>
public sealed record CheckFinding(CheckCode Code, CheckOutcome Outcome, string Reason)
{
    public IReadOnlyList<CheckInputView> Inputs { get; init; } = [];

    public IReadOnlyList<MeasuredView> Measured { get; init; } = [];

    public string Reproduce { get; init; } = "";
}
