namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Logic of three values (Kleene, 1938): the unknown stays unknown unless it makes no difference.</summary>
internal static class Logic
{
    public static Satisfaction Not(Satisfaction value) => value switch
    {
        Satisfaction.Satisfied => Satisfaction.Unsatisfied,
        Satisfaction.Unsatisfied => Satisfaction.Satisfied,
        _ => Satisfaction.Unknown
    };

    public static Satisfaction And(IReadOnlyCollection<Satisfaction> values)
    {
        if (values.Contains(Satisfaction.Unsatisfied)) return Satisfaction.Unsatisfied;
        return values.Contains(Satisfaction.Unknown) ? Satisfaction.Unknown : Satisfaction.Satisfied;
    }

    public static Satisfaction Or(IReadOnlyCollection<Satisfaction> values)
    {
        if (values.Contains(Satisfaction.Satisfied)) return Satisfaction.Satisfied;
        return values.Contains(Satisfaction.Unknown) ? Satisfaction.Unknown : Satisfaction.Unsatisfied;
    }

    public static Satisfaction ExactlyOne(IReadOnlyCollection<Satisfaction> values)
    {
        if (values.Count(value => value == Satisfaction.Satisfied) > 1) return Satisfaction.Unsatisfied;
        if (values.Contains(Satisfaction.Unknown)) return Satisfaction.Unknown;
        return values.Contains(Satisfaction.Satisfied) ? Satisfaction.Satisfied : Satisfaction.Unsatisfied;
    }

    /// <summary>What holds of all values alike; unknown if it holds of some: a permission must not, a prohibition must not be missed.</summary>
    public static Satisfaction Alike(IReadOnlyCollection<Satisfaction> values) => values.Distinct().Count() == 1 ? values.First() : Satisfaction.Unknown;
}
