using System.Security.Cryptography;
using System.Text;
using GraphQL.Execution;

namespace DataDiplomacy.Api.Graph;

/// <summary>
/// Queries that the operator knows, by the SHA-256 of their text: <c>sha256:</c> and 64 lower-case hexadecimal digits
/// (GraphQL over HTTP, working draft 2025, appendix A "Persisted documents").
/// </summary>
/// <remarks>They save the text on the way. With <see cref="Only"/> they are all that callers without a key may send; the limits hold for them as for others.</remarks>
public sealed class TrustedDocuments
{
    public const string FolderSetting = "GraphQl:TrustedDocuments";
    public const string OnlySetting = "GraphQl:TrustedOnly";

    private const string Prefix = "sha256:";

    private readonly Dictionary<string, string> byId = new(StringComparer.Ordinal);

    private TrustedDocuments(bool only) => Only = only;

    /// <summary>Callers without a key may send no other document.</summary>
    public bool Only { get; }

    public int Count => byId.Count;

    /// <summary>Reads the folder of the settings; a file that is no GraphQL stops the start of the server, not a request.</summary>
    public static TrustedDocuments Load(IConfiguration settings, IDocumentBuilder parser)
    {
        var trusted = new TrustedDocuments(settings.GetValue<bool>(OnlySetting));
        if (settings[FolderSetting] is { Length: > 0 } folder) trusted.AddAll(folder, parser);
        if (trusted is { Only: true, Count: 0 })
            throw new InvalidOperationException($"{OnlySetting} needs at least one .graphql file in the folder {FolderSetting}.");
        return trusted;
    }

    public static string IdOf(string text) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The text to execute for what the caller sent: a document, or the id of one.</summary>
    public string Choose(string? query, string? id, bool anonymous)
    {
        if (id is not null) return query is null ? Find(id) : throw Refused("BAD_REQUEST", "Send either 'query' or 'documentId'.");
        if (query is null) throw Refused("BAD_REQUEST", "The member 'query' is missing.");
        if (Only && anonymous && !byId.ContainsKey(IdOf(query)))
            throw new GraphRefusedException(StatusCodes.Status403Forbidden, "TRUSTED_DOCUMENTS_ONLY", "Without a key this server takes only the queries it knows, by 'documentId'.");
        return query;
    }

    private string Find(string id)
    {
        if (byId.TryGetValue(id, out var text)) return text;
        throw id.StartsWith(Prefix, StringComparison.Ordinal) && id.Length == Prefix.Length + (2 * SHA256.HashSizeInBytes)
            ? Refused("PERSISTED_DOCUMENT_NOT_FOUND", "This server knows no document with this id.")
            : Refused("BAD_REQUEST", $"The member 'documentId' must be {Prefix} and 64 hexadecimal digits.");
    }

    private void AddAll(string folder, IDocumentBuilder parser)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.graphql", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            try
            {
                parser.Build(text);
            }
            catch (GraphQL.ExecutionError unusable)
            {
                throw new InvalidOperationException($"The trusted document {file} cannot be used: {unusable.Message}", unusable);
            }

            byId[IdOf(text)] = text;
        }
    }

    private static GraphRefusedException Refused(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);
}
