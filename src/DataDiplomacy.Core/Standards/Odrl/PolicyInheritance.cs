namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>
/// The terms which data take over from the data they are derived from. ODRL does not say what holds for derived assets (only nextPolicy lets an assigner
/// say it); this is the careful reading: every duty, prohibition and limit of every input holds for what is made of it.
/// </summary>
public static class PolicyInheritance
{
    /// <summary>More conflicts are not listed.</summary>
    public const int MaxConflicts = 1000;

    /// <summary>Gathers the terms of the inputs.</summary>
    /// <param name="inputs">The policies of the inputs. One that is given twice counts once.</param>
    /// <returns>The terms, each with the policy and rule it comes from, and the conflicts among them. Empty lists for no inputs.</returns>
    public static InheritedTerms Of(IReadOnlyCollection<OdrlPolicy> inputs) => Of(inputs, OdrlRelation.None);

    /// <summary>Gathers the terms of the inputs.</summary>
    /// <param name="inputs">The policies of the inputs. One that is given twice counts once.</param>
    /// <param name="broader">Which purposes and other concepts lie in which broader ones: those do not contradict each other.</param>
    /// <returns>The terms, each with the policy and rule it comes from, and the conflicts among them. Empty lists for no inputs.</returns>
    public static InheritedTerms Of(IReadOnlyCollection<OdrlPolicy> inputs, OdrlRelation broader)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(broader);
        List<OdrlPolicy> policies = [.. inputs.DistinctBy(OdrlWriter.CanonicalSha256).OrderBy(policy => policy.Uid, StringComparer.Ordinal).ThenBy(OdrlWriter.CanonicalSha256, StringComparer.Ordinal)];
        var sources = policies.ConvertAll(policy => new InheritanceSource(policy));
        return new()
        {
            Obligations = [.. sources.SelectMany(source => source.Obligations)],
            Prohibitions = [.. sources.SelectMany(source => source.Prohibitions)],
            Constraints = [.. sources.SelectMany(source => source.Constraints)],
            Conflicts = [.. InheritanceConflicts.Among(sources, broader).Take(MaxConflicts)]
        };
    }
}
