namespace DataDiplomacy.Core.Standards.Dataspace;

/// <summary>A message is not what its schema asks for. All its violations are told, not only the first.</summary>
public sealed class DataspaceFormatException : FormatException
{
    /// <summary>Tells the violations of one message.</summary>
    /// <param name="violations">At least one, at most <see cref="DataspaceLimits.MaxViolations"/>.</param>
    public DataspaceFormatException(IReadOnlyList<DataspaceViolation> violations)
        : base(string.Join("; ", violations)) => Violations = violations;

    /// <summary>The violations, in the order of the message.</summary>
    public IReadOnlyList<DataspaceViolation> Violations { get; }
}
