namespace DataDiplomacy.Api.Access;

/// <summary>Encrypts the answer to a write before it is kept under its Idempotency-Key.</summary>
/// <param name="Subject">What the answer is about; its key opens it again.</param>
/// <param name="Close">Encrypts.</param>
public sealed record AnswerSeal(string Subject, Func<byte[], byte[]> Close);

/// <summary>Opens kept answers that were encrypted.</summary>
public interface ISealedAnswers
{
    /// <summary>The answer as it was given; null when the key of its subject was destroyed.</summary>
    byte[]? Open(string subject, byte[] body);
}
