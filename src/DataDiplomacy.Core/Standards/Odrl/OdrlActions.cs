namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>
/// The hierarchy of actions (ODRL Vocabulary and Expression 2.2, actions and includedIn, 2018): a rule about an action is about all
/// actions included in it. Deprecated actions stand for the action that replaced them.
/// </summary>
public static class OdrlActions
{
    private static readonly Dictionary<string, string> Replaced = new(StringComparer.Ordinal)
    {
        ["append"] = "modify",
        ["appendTo"] = "modify",
        ["copy"] = "reproduce",
        ["export"] = "transform",
        ["license"] = "grantUse",
        ["pay"] = "compensate",
        ["write"] = "modify",
        ["writeTo"] = "modify"
    };

    private static readonly Dictionary<string, string> IncludedIn = new(StringComparer.Ordinal)
    {
        ["display"] = "play",
        ["extract"] = "reproduce",
        ["give"] = "transfer",
        ["sell"] = "transfer"
    };

    // The vocabulary spells one of the Creative Commons actions "CommericalUse"; Creative Commons does not.
    private static readonly HashSet<string> InUse = new(StringComparer.Ordinal)
    {
        "acceptTracking", "aggregate", "annotate", "anonymize", "archive", "attribute", "compensate", "concurrentUse", "delete", "derive", "digitize", "distribute",
        "ensureExclusivity", "execute", "grantUse", "include", "index", "inform", "install", "modify", "move", "nextPolicy", "obtainConsent", "play", "present",
        "print", "read", "reproduce", "reviewPolicy", "stream", "synchronize", "textToSpeech", "transform", "translate", "uninstall", "watermark",
        OdrlTerms.CreativeCommons + "CommericalUse", OdrlTerms.CreativeCommons + "Attribution", OdrlTerms.CreativeCommons + "CommercialUse", OdrlTerms.CreativeCommons + "DerivativeWorks",
        OdrlTerms.CreativeCommons + "Distribution", OdrlTerms.CreativeCommons + "Notice", OdrlTerms.CreativeCommons + "Reproduction",
        OdrlTerms.CreativeCommons + "ShareAlike", OdrlTerms.CreativeCommons + "Sharing", OdrlTerms.CreativeCommons + "SourceCode"
    };

    /// <summary>Whether the vocabulary has the action.</summary>
    /// <param name="action">The action in the form of <see cref="OdrlTerms.Normal(string)" />.</param>
    /// <returns>True for the actions of the vocabulary, deprecated ones with a successor included.</returns>
    public static bool IsKnown(string action) => action is "use" or "transfer" || InUse.Contains(action) || IncludedIn.ContainsKey(action) || Replaced.ContainsKey(action);

    /// <summary>Whether an action is a case of another.</summary>
    /// <param name="action">What is asked for, in the form of <see cref="OdrlTerms.Normal(string)" />.</param>
    /// <param name="of">What the rule is about.</param>
    /// <returns>
    /// Satisfied for the same action or one included in it; unsatisfied for two actions of the vocabulary without that relation; unknown if one of
    /// them is none of the vocabulary, since what it includes is not known.
    /// </returns>
    public static Satisfaction IsCaseOf(string action, string of)
    {
        var wanted = Replaced.GetValueOrDefault(of, of);
        for (var current = Replaced.GetValueOrDefault(action, action); current is not null; current = Parent(current))
        {
            if (string.Equals(current, wanted, StringComparison.Ordinal)) return Satisfaction.Satisfied;
        }
        return IsKnown(action) && IsKnown(of) ? Satisfaction.Unsatisfied : Satisfaction.Unknown;
    }

    private static string? Parent(string action) => IncludedIn.TryGetValue(action, out var parent) ? parent : InUse.Contains(action) ? "use" : null;
}
