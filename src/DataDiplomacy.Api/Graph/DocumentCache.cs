using GraphQL;
using GraphQL.DI;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;

namespace DataDiplomacy.Api.Graph;

/// <summary>Keeps parsed documents that passed validation, so that a repeated query is neither parsed nor checked again.</summary>
/// <remarks>
/// Bounded by the total length of the texts; the least recently used goes first.
/// Rules that look at variables run on a hit too: otherwise a known query with a larger <c>first</c> would pass every limit.
/// </remarks>
public sealed class DocumentCache(int maxCharacters = DocumentCache.DefaultCharacters) : IConfigureExecution
{
    public const int DefaultCharacters = 1_000_000;

    // Of the standard's own rules only this one depends on the values of a request.
    private static readonly HashSet<IValidationRule> DocumentRules =
        [.. DocumentValidator.CoreRules.Where(rule => rule is not FieldArgumentsAreValidRule)];

    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> byText = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> byUse = new();

    /// <summary>After the steps that add rules (100), around validation and execution.</summary>
    public float SortOrder => 200;

    public int Characters { get; private set; }

    public int Count => byText.Count;

    public async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        if (options.Document is not null || string.IsNullOrEmpty(options.Query)) return await next(options).ConfigureAwait(false);
        var text = options.Query;
        if (Find(text) is { } document)
        {
            options.Document = document;
            options.ValidationRules = [.. (options.ValidationRules ?? DocumentValidator.CoreRules).Where(rule => !DocumentRules.Contains(rule))];
            return await next(options).ConfigureAwait(false);
        }

        var result = await next(options).ConfigureAwait(false);
        if (result is { Executed: true, Document: { } validated }) Keep(text, validated);
        return result;
    }

    private GraphQLDocument? Find(string text)
    {
        lock (gate)
        {
            if (!byText.TryGetValue(text, out var node)) return null;
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Document;
        }
    }

    private void Keep(string text, GraphQLDocument document)
    {
        if (text.Length > maxCharacters) return;
        lock (gate)
        {
            if (byText.ContainsKey(text)) return;
            byText[text] = byUse.AddFirst(new Entry(text, document));
            Characters += text.Length;
            while (Characters > maxCharacters) DropOldest();
        }
    }

    private void DropOldest()
    {
        // Never null: the caller holds more characters than none.
        var oldest = byUse.Last!;
        byUse.RemoveLast();
        byText.Remove(oldest.Value.Text);
        Characters -= oldest.Value.Text.Length;
    }

    private sealed record Entry(string Text, GraphQLDocument Document);
}
