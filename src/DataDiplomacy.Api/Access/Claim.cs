namespace DataDiplomacy.Api.Access;

/// <summary>The right of one request to act under its Idempotency-Key. Who takes the claim over gives it another time, so that the former holder can no longer act.</summary>
public sealed class Claim(string id, string requestHash, DateTime at)
{
    /// <summary>Status of a record whose request took effect and whose answer is not kept yet (RFC 2518, section 10.1: processing).</summary>
    public const int TookEffect = 102;

    public string Id => id;

    public string RequestHash => requestHash;

    public DateTime At => at;

    /// <summary>Hash of the whole request, a file among it, once the handler has read that: the mark of the effect keeps it, so that another file is told apart.</summary>
    public Func<string> WholeHash { get; set; } = () => requestHash;

    /// <summary>True from the commit of the effect on.</summary>
    public bool HasActed { get; set; }

    /// <summary>How the answer is to be encrypted before it is kept, since it tells what may have to be forgotten; null where it is kept as it is.</summary>
    public AnswerSeal? Seal { get; set; }
}

/// <summary>The claim of the request that runs; null for all that have no Idempotency-Key.</summary>
public sealed class CurrentClaim
{
    private readonly AsyncLocal<Claim?> _claim = new();

    public Claim? Claim
    {
        get => _claim.Value;
        set => _claim.Value = value;
    }
}
