namespace DataDiplomacy.Api.Access;

/// <summary>Encrypts the answer to a write before it is kept under its Idempotency-Key.</summary>
/// <param name="Subject">What the answer is about; its key opens it again. Of several things, all of whose keys are needed, by <see cref="Both"/>.</param>
/// <param name="Close">Encrypts.</param>
public sealed record AnswerSeal(string Subject, Func<byte[], byte[]> Close)
{
    /// <summary>Stands between the names of several things that an answer is about.</summary>
    public const char Both = '+';
}

/// <summary>Opens kept answers that were encrypted.</summary>
public interface ISealedAnswers
{
    /// <summary>The answer as it was given; null when a key of its subject was destroyed.</summary>
    byte[]? Open(string subject, byte[] body);
}
