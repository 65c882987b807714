namespace DataDiplomacy.Verifier.Inputs;

/// <summary>A file that is not there, cannot be read, or holds nothing of the kind that the verb reads.</summary>
internal sealed class UnreadableException(string message, Exception? cause = null) : Exception(message, cause);
