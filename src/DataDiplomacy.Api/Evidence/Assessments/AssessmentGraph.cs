using DataDiplomacy.Api.Graph;
using GraphQL.Types;

namespace DataDiplomacy.Api.Evidence.Assessments;

/// <summary>An assessment with its reviews.</summary>
public sealed class AssessmentGraph : ViewType<AssessmentView>;

/// <summary>What proves a judgement; envelope and disclosure are JSON whose bytes count.</summary>
public sealed class StatementProofGraph : ViewType<StatementProofView>
{
    public StatementProofGraph()
        : base(proof => proof.Envelope, proof => proof.Disclosure)
    {
        Field<StringGraphType>("envelope").Description("The signed statement, a DSSE envelope, as JSON text; null for whoever may not see all that it names.")
            .Resolve(context => context.Source.Envelope?.GetRawText());
        Field<StringGraphType>("disclosure").Description("What opens the leaf's commitment, `{ n, p, s, v }` as JSON text; null where the envelope is.")
            .Resolve(context => context.Source.Disclosure?.GetRawText());
    }
}
