using GraphQL.Validation;

namespace DataDiplomacy.Api.Graph;

/// <summary>This door reads; writing is done at the REST door, which has preconditions and idempotency keys.</summary>
public sealed class QueriesOnly : ValidationRuleBase
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        if (context.Operation.Operation != GraphQLParser.AST.OperationType.Query) context.ReportError(new QueriesOnlyError());
        return default;
    }
}
