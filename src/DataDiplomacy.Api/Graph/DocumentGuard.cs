using System.Buffers;
using System.Text;
using GraphQL.Execution;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace DataDiplomacy.Api.Graph;

/// <summary>Parses a document and measures it in one pass, before any validation rule sees it.</summary>
public sealed class DocumentGuard(DocumentLimits limits) : IDocumentBuilder
{
    private readonly GraphQLDocumentBuilder parser = new();

    public GraphQLDocument Build(string body)
    {
        Require("characters", body.Length, limits.Bytes);
        RequireText(body);
        Require("bytes", Encoding.UTF8.GetByteCount(body), limits.Bytes);
        var document = Parse(body);
        new DocumentTally(limits, document).Check();
        return document;
    }

    /// <summary>Half a surrogate pair cannot be written as UTF-8, so no database and no answer can hold it.</summary>
    internal static void RequireText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var consumed) != OperationStatus.Done)
                throw new DocumentLimitError("The query holds half of a surrogate pair, which is no Unicode text.");
            text = text[consumed..];
        }
    }

    internal static void Require(string what, long count, int limit)
    {
        if (count > limit) throw new DocumentLimitError($"The query has more {what} than the {limit} this server takes.");
    }

    private GraphQLDocument Parse(string body)
    {
        try
        {
            return parser.Build(body);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw new DocumentLimitError("The query has more brackets inside each other than the 128 this server takes.");
        }
    }
}
