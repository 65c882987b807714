using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Section <c>Agreements</c> of the settings.</summary>
public sealed record AgreementOptions
{
    /// <summary>Days that the provider has to answer a request.</summary>
    public int RequestedDays { get; init; } = 30;

    /// <summary>Days that the consumer has to answer an offer.</summary>
    public int OfferedDays { get; init; } = 30;

    /// <summary>Days that the provider has to state the agreement once its offer was accepted.</summary>
    public int AcceptedDays { get; init; } = 14;

    /// <summary>Days that the consumer has to verify the agreement.</summary>
    public int AgreedDays { get; init; } = 14;

    /// <summary>Days that the provider has to finalize.</summary>
    public int VerifiedDays { get; init; } = 14;

    /// <summary>Days that a second person has to approve.</summary>
    public int ApprovalDays { get; init; } = 14;

    /// <summary>Seconds between two looks for what is overdue.</summary>
    public int SweepSeconds { get; init; } = 60;

    public NegotiationLimits Limits => new()
    {
        Requested = TimeSpan.FromDays(RequestedDays),
        Offered = TimeSpan.FromDays(OfferedDays),
        Accepted = TimeSpan.FromDays(AcceptedDays),
        Agreed = TimeSpan.FromDays(AgreedDays),
        Verified = TimeSpan.FromDays(VerifiedDays),
    };

    /// <exception cref="InvalidOperationException">A number is not above zero.</exception>
    public AgreementOptions Checked() =>
        new[] { RequestedDays, OfferedDays, AcceptedDays, AgreedDays, VerifiedDays, ApprovalDays, SweepSeconds }.All(n => n > 0)
            ? this
            : throw new InvalidOperationException("The days and seconds of the section Agreements are whole numbers above 0.");
}
