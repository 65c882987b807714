using DataDiplomacy.Api.Graph;
using GraphQL.Types;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>A report; its envelope and what opens its leaf are JSON whose bytes count.</summary>
public sealed class VerificationGraph : ViewType<VerificationView>
{
    private const int ExpectedChecks = 14;

    public VerificationGraph()
        : base(report => report.Envelope, report => report.Disclosure, report => report.Checks)
    {
        QueryLimits.Expect(
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<ViewType<CheckView>>>>>("checks")
                .Description("What was checked, each by itself: there is no score."),
            ExpectedChecks).Resolve(context => context.Source.Checks);
        Field<NonNullGraphType<StringGraphType>>("envelope").Description("The signed statement, a DSSE envelope, as JSON text.")
            .Resolve(context => context.Source.Envelope.GetRawText());
        Field<NonNullGraphType<StringGraphType>>("disclosure").Description("What opens the leaf's commitment, `{ n, p, s, v }` as JSON text.")
            .Resolve(context => context.Source.Disclosure.GetRawText());
    }
}
