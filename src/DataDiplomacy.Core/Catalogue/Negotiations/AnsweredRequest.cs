namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>How a request for data ended.</summary>
public enum RequestOutcome
{
    /// <summary>It has not ended.</summary>
    Pending,

    /// <summary>With an agreement.</summary>
    Agreed,

    /// <summary>By the provider's termination.</summary>
    Refused,

    /// <summary>By the consumer's termination.</summary>
    Withdrawn,

    /// <summary>Because nobody moved in time.</summary>
    TimedOut
}

/// <summary>A request for data.</summary>
/// <param name="RequestedAt">When it was made, UTC.</param>
/// <param name="FirstAnswerAt">When the provider first answered, UTC; null for not yet.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record AnsweredRequest(DateTime RequestedAt, DateTime? FirstAnswerAt, RequestOutcome Outcome);
