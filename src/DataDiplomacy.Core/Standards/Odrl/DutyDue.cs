namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Until when a duty is to be fulfilled: a duty may be exercised only while its constraints hold (ODRL Information Model 2.2, sections 2.5 and 2.6.4, 2018).</summary>
public static class DutyDue
{
    private static readonly string[] Ending = ["lt", "lteq", "eq"];

    /// <summary>The last instant at which the constraints of a duty on time (operand dateTime) can hold.</summary>
    /// <param name="duty">The duty.</param>
    /// <returns>Null if they never end. A day ends with it, in UTC; a time without zone ends where it comes last.</returns>
    public static DateTimeOffset? Of(OdrlRule duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        return Earliest(duty.Constraints.Concat(duty.Actions.SelectMany(action => action.Refinements)).Select(Last)) is { } ticks && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset((long)ticks, TimeSpan.Zero) : null;
    }

    private static decimal? Last(OdrlConstraint constraint) => constraint switch
    {
        OdrlLogic { Operator: "and" or "andSequence" } all => Earliest(all.Operands.Select(Last)),
        // One of them is enough: as long as one has no end, neither has the whole.
        OdrlLogic any => any.Operands.Select(Last).ToList() is { Count: > 0 } ends && ends.TrueForAll(end => end is not null) ? ends.Max() : null,
        OdrlComparison { LeftOperand: "dateTime" } time when Ending.Contains(time.Operator) =>
            time.RightOperands.Select(value => OrderedValue.End(value.Text)).ToList() is { Count: > 0 } ends && ends.TrueForAll(end => end is not null) ? ends.Max() : null,
        _ => null,
    };

    private static decimal? Earliest(IEnumerable<decimal?> ends) => ends.Min();
}
