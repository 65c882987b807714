namespace DataDiplomacy.Core.Standards.Prov.Constraints;

/// <summary>
/// Validity of provenance: constraints 22 to 56 of PROV-CONSTRAINTS (W3C Recommendation, 30 April 2013), with the inferences they rest on.
/// Absent arguments are existential variables, except the plan of an association and the activity of a derivation, which are then none.
/// Each bundle is judged by itself (section 7.2). Existential normal forms and equivalence (section 6.4) are not computed.
/// </summary>
public static class ProvConstraints
{
    /// <summary>More violations than these are not listed.</summary>
    public const int MaxViolations = 100;

    /// <summary>Judges a document.</summary>
    /// <param name="document">The document; cost grows with its statements alone.</param>
    /// <returns>What is broken, and the statements in conflict.</returns>
    public static ProvReport Check(ProvDocument document)
    {
        var findings = new ProvFindings(document.Namespaces);
        Check(document.Statements, findings);
        foreach (var bundle in document.Bundles)
        {
            findings.Bundle = bundle.Id;
            Check(bundle.Statements, findings);
        }
        return findings.Report();
    }

    private static void Check(IReadOnlyList<ProvStatement> statements, ProvFindings findings)
    {
        Impossibilities.Check(statements, findings);
        var terms = Unification.Of(statements, findings);
        Typing.Check(statements, findings);
        EventOrder.Of(terms).Check(findings);
    }
}
