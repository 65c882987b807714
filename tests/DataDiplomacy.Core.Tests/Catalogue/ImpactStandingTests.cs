using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Core.Tests.Catalogue;

/// <summary>How a statement of impact stands follows from what others say of it, and from nothing else.</summary>
public class ImpactStandingTests
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Is_claimed_since_it_was_recorded_while_nobody_else_speaks() =>
        ImpactStanding.Of("a", Start, null, [Voice("a", InterpretationStance.Supports, 1)]).ShouldBe(new ImpactStanding(ImpactStatus.Claimed, Start, 0, 0));

    [Fact]
    public void Is_supported_since_the_first_of_others_and_counts_each_once() =>
        ImpactStanding.Of("a", Start, null, [Voice("b", InterpretationStance.Supports, 1), Voice("b", InterpretationStance.Supports, 2), Voice("c", InterpretationStance.Supports, 3)])
            .ShouldBe(new ImpactStanding(ImpactStatus.Supported, Day(1), 2, 0));

    [Fact]
    public void Is_contested_whoever_supports_it() =>
        ImpactStanding.Of("a", Start, null, [Voice("b", InterpretationStance.Contests, 2), Voice("c", InterpretationStance.Supports, 1)])
            .ShouldBe(new ImpactStanding(ImpactStatus.Contested, Day(2), 1, 1));

    [Fact]
    public void Stands_as_before_since_the_day_on_which_the_contest_ended() =>
        ImpactStanding.Of("a", Start, null, [Voice("b", InterpretationStance.Supports, 1), Voice("c", InterpretationStance.Contests, 2, until: 5)])
            .ShouldBe(new ImpactStanding(ImpactStatus.Supported, Day(5), 1, 0));

    [Fact]
    public void Explanations_and_qualifications_do_not_count() =>
        ImpactStanding.Of("a", Start, null, [Voice("b", InterpretationStance.Explains, 1), Voice("c", InterpretationStance.Qualifies, 2)]).Status.ShouldBe(ImpactStatus.Claimed);

    [Fact]
    public void Is_withdrawn_since_then_with_the_voices_of_that_day() =>
        ImpactStanding.Of("a", Day(3), Day(3), [Voice("b", InterpretationStance.Contests, 1)]).ShouldBe(new ImpactStanding(ImpactStatus.Withdrawn, Day(3), 0, 1));

    private static DateTime Day(int number) => Start.AddDays(number);

    private static ImpactVoice Voice(string agent, InterpretationStance stance, int from, int? until = null) => new(agent, stance, Day(from), until is { } end ? Day(end) : null);
}
