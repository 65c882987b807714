using GraphQL.Validation;

namespace DataDiplomacy.Api.Graph;

/// <summary>The document is larger than this server takes, or holds text that is no text.</summary>
public sealed class DocumentLimitError : ValidationError
{
    public DocumentLimitError(string message)
        : base(message) => Code = "DOCUMENT_LIMIT";
}
