using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Access;

/// <summary>Who asks: the holder of a key or a token, or anyone.</summary>
/// <param name="Name">Name of the key, a pseudonym for the subject of a token; <c>anonymous</c> without either.</param>
/// <param name="Role">Role of the key or token; null without either.</param>
/// <param name="ExpiresAt">When the key or token expires; null when it does not.</param>
/// <param name="CaseId">The only case the key may see; null for all.</param>
public sealed record Caller(string Name, Role? Role, DateTime? ExpiresAt, string? CaseId)
{
    private static readonly IReadOnlyList<Handling> ForAnyone = [Handling.Public];
    private static readonly IReadOnlyList<Handling> ForReaders = [Handling.Public, Handling.Internal];
    private static readonly IReadOnlyList<Handling> ForAll = [Handling.Public, Handling.Internal, Handling.Confidential];

    public static readonly Caller Anonymous = new("anonymous", null, null, null);

    /// <summary>The program itself, at its own command line: whoever can start it there can read its database anyway.</summary>
    public static readonly Caller CommandLine = new("command line", Access.Role.Admin, null, null) { Identity = "command line" };

    /// <summary>By what the caller is known.</summary>
    public CallerKind Kind { get; init; }

    /// <summary>Tells callers apart, whatever their names: a hash of the key, or of issuer and subject of the token; empty without either.</summary>
    public string Identity { get; init; } = "";

    /// <summary>The labels that the caller may read; everything else does not exist for them.</summary>
    public IReadOnlyList<Handling> Readable => Role switch
    {
        null => ForAnyone,
        Access.Role.Reader => ForReaders,
        _ => ForAll,
    };

    /// <summary>What an answer depends on, in one text: who asks and what they may do.</summary>
    public string Rights => string.Join(' ', Name, Role, CaseId);

    public bool Has(Role minimum) => Role >= minimum;
}

/// <summary>What the caller says the data are for; terms may depend on it.</summary>
public sealed class DeclaredPurpose
{
    /// <summary>The header by which it is declared.</summary>
    public const string Header = "Data-Purpose";

    /// <summary>Longest purpose, characters.</summary>
    public const int MaxLength = 500;

    /// <summary>A term or an IRI, as policies name purposes; null for nothing said.</summary>
    public string? Value { get; private set; }

    /// <summary>Takes it from a request.</summary>
    /// <exception cref="ProblemException">It is none.</exception>
    public void Take(HttpRequest request)
    {
        if (request.Headers[Header].ToString().Trim() is not { Length: > 0 } value) return;
        if (value.Length > MaxLength || value.Any(char.IsWhiteSpace))
            throw ProblemException.Invalid(Header, $"{Header} is one purpose, a term or an IRI without blanks of at most {MaxLength} characters, such as flood-warning.");
        Value = value;
    }
}

/// <summary>The caller of the current request; anonymous until a valid key was read.</summary>
public sealed class CurrentCaller
{
    public Caller Caller { get; set; } = Caller.Anonymous;
}
