using DataDiplomacy.Api.Graph;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>A move of a negotiation; its terms are a text, since GraphQL has no form for JSON.</summary>
public sealed class MoveGraph : ViewType<NegotiationMoveView>
{
    public MoveGraph()
        : base(m => m.Policy) =>
        Field<StringGraphType>("policy").Description("The terms in one normal form of ODRL 2.2, as JSON text; null for a move without.").Resolve(context => context.Source.Policy?.ToJsonString());
}
