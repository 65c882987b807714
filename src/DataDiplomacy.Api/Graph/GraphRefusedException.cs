namespace DataDiplomacy.Api.Graph;

/// <summary>The request cannot be executed as GraphQL at all; status, code and text go to the caller.</summary>
public sealed class GraphRefusedException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
