namespace DataDiplomacy.Core.Evidence.Custody;

/// <summary>
/// The words in which custody speaks of redactions. A redaction is a record of its own: its <c>redacted</c> event commits to its original and to what
/// came out, that of the original to the redaction. Whoever may not know of the other record gets the commitments that name it and no more.
/// </summary>
public static class Redaction
{
    /// <summary>The type of both events, camelCase.</summary>
    public const string Event = "redacted";

    /// <summary>The number of that event in the chain of a redaction: it follows received and stored.</summary>
    public const int OwnSequence = 3;

    /// <summary>In the first event of a redaction: that it is none of the originals. Its commitment stands in the statement also when nobody opens it.</summary>
    public const string Derivation = "derivation";

    /// <summary>In the event of the redaction: the id of its original.</summary>
    public const string Parent = "parent";

    /// <summary>In the event of the redaction: SHA-256 of the content of its original.</summary>
    public const string ParentSha256 = "parentSha256";

    /// <summary>In the event of the original: the id of the redaction.</summary>
    public const string Child = "child";

    /// <summary>In both events: SHA-256 of the content of the redaction.</summary>
    public const string OutputSha256 = "outputSha256";

    /// <summary>Why a value is withheld: it belongs to a record that the receiver may not know of.</summary>
    public const string HiddenRecord = "hiddenRecord";

    /// <summary>Why a value is withheld: it belongs to a record that was erased, and its salt with it. There is no third reason.</summary>
    public const string ErasedRecord = "erasedRecord";

    /// <summary>Whether an event is the one by which its record came to be from another.</summary>
    /// <param name="statement">The statement of the event.</param>
    /// <returns>False for the event of an original, and for all of another type.</returns>
    public static bool IsDerivation(CustodyStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Type == Event && statement.Commitments.ContainsKey(Parent);
    }

    /// <summary>The values that may be withheld of an event, since they name the other record; of all other events none may.</summary>
    /// <param name="statement">The statement of the event.</param>
    /// <returns>Their names.</returns>
    public static IReadOnlyList<string> Withholdable(CustodyStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        if (IsDerivation(statement)) return [Parent, ParentSha256];
        return statement.Type == Event && statement.Commitments.ContainsKey(Child) ? [Child, OutputSha256] : [];
    }
}
